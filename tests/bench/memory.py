"""How much memory processes take: their proportional share (PSS), children included, from /proc."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from tests.bench.processes import family

KIB_PER_MIB = 1024
Pids = Callable[[], Mapping[str, int]]


def pss_mib(pids: Mapping[str, int]) -> dict[str, float]:
    """The share of each process and its descendants, MiB; 0 for one that has ended.

    A descendant that has a name of its own counts there only, so the sum counts nothing twice.
    """
    named = set(pids.values())
    return {name: sum(_own_pss_mib(one) for one in family(pid, named)) for name, pid in pids.items()}


class PeakSampler:
    """Samples the named processes in a thread while the block runs.

    `peaks`: the most that each took, `at_peak`: what each took when the sum was largest; MiB by name. `pids` is
    asked each time, for processes are started anew.
    """

    def __init__(self, pids: Pids, every_seconds: float) -> None:
        self.peaks: dict[str, float] = {}
        self.at_peak: dict[str, float] = {}
        self._pids = pids
        self._every = every_seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="memory", daemon=True)

    def __enter__(self) -> "PeakSampler":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while True:
            now = pss_mib(self._pids())
            self.peaks = {name: max(mib, self.peaks.get(name, 0.0)) for name, mib in now.items()} | {
                name: mib for name, mib in self.peaks.items() if name not in now
            }
            if sum(now.values()) > sum(self.at_peak.values()):
                self.at_peak = now
            if self._stop.wait(self._every):
                return


def _own_pss_mib(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / KIB_PER_MIB for line in lines if line.startswith("Pss:")), 0.0)

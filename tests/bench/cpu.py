"""How much processor time processes take, from /proc."""

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.bench.processes import family

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
FIRST_TIME = 11  # of utime, stime, cutime and cstime, counted after the name of the program (proc(5))


def cpu_seconds(pids: Mapping[str, int]) -> dict[str, float]:
    """What each process and its descendants have used so far, those included that have ended and were waited for."""
    named = set(pids.values())
    return {name: sum(_ticks(one) for one in family(pid, named)) / TICKS_PER_SECOND for name, pid in pids.items()}


def cpu_between(before: Mapping[str, float], after: Mapping[str, float]) -> dict[str, float]:
    """Seconds of each name, most first; a process that was started anew counts from its start."""
    spent = {name: max(0.0, seconds - before.get(name, 0.0)) for name, seconds in after.items()}
    return dict(sorted(spent.items(), key=lambda item: -item[1]))


def together(spent: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """The sum of several, most first."""
    total: Counter[str] = Counter()
    for each in spent:
        total.update(each)
    return dict(total.most_common())


def described(spent: Mapping[str, float], times: int, unit: str = "s", per_second: int = 1) -> str:
    """For reading beside a figure: the part of each process in one of `times` pieces of work, small ones left out."""
    parts = {name: seconds * per_second / times for name, seconds in spent.items()}
    least = sum(parts.values()) / 100
    return ", ".join(f"{name} {part:.2f}" for name, part in parts.items() if part > least) + f" {unit} of CPU"


def _ticks(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return 0
    fields = text.rpartition(")")[2].split()
    return sum(int(field) for field in fields[FIRST_TIME : FIRST_TIME + 4])

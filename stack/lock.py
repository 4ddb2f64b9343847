"""One supervisor a run directory: the lock, and the end of what an earlier supervisor could not stop."""

import contextlib
import fcntl
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from stack.layout import Layout

GRACE_SECONDS = 5.0


class AlreadyRunning(Exception):
    """Another supervisor holds the run directory; the message says its process id."""


@contextlib.contextmanager
def hold(layout: Layout) -> Iterator[None]:
    """Hold the run directory; its end frees it, however that comes. Raises AlreadyRunning."""
    layout.run.mkdir(parents=True, exist_ok=True)
    with layout.lock.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise AlreadyRunning(file.read().strip()) from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield


def end_leftovers(layout: Layout) -> list[str]:
    """End the processes that a killed supervisor left running here; their names. For use while holding the lock."""
    ended = []
    for file in sorted(layout.pid("any").parent.glob("*.pid")):
        pid = int(file.read_text())
        if _is_ours(pid, layout):
            _end(pid)
            ended.append(file.stem)
        file.unlink()
    return ended


def _is_ours(pid: int, layout: Layout) -> bool:
    """Whether the process works in this run directory: its number may be another program's by now."""
    try:
        return Path(f"/proc/{pid}/cwd").readlink().is_relative_to(layout.run)
    except OSError:
        return False


def _end(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while _runs(pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.killpg(pid, signal.SIGKILL)


def _runs(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False

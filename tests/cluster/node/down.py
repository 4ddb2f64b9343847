"""Taking the node down: no process, mount, network or control group is left."""

import os
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

from tests.cluster.node import network
from tests.cluster.node.layout import FIRST_PROCESS, STATE

GONE_WITHIN_SECONDS = 20.0
CONTROL_GROUPS = Path("/sys/fs/cgroup")
OF_PODS = ("kubepods", "k8s.io")


def is_up() -> bool:
    """Whether the first process of a node runs."""
    pid = _first()
    return pid is not None and Path(f"/proc/{pid}").exists()


def down() -> None:
    """End it, and remove its state; what was pulled and built stays. Nothing to do where there is none."""
    pid = _first()
    if pid is not None:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)  # the kernel ends everything in its namespace
    network.remove()
    _wait_until_empty()
    shutil.rmtree(STATE, ignore_errors=True)


def _first() -> int | None:
    try:
        pid = int(FIRST_PROCESS.read_text())
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except (OSError, ValueError):
        return None
    return pid if b"tests.cluster.node.inside" in command else None


def _wait_until_empty() -> None:
    """Control groups can be removed once their processes are gone."""
    deadline = time.monotonic() + GONE_WITHIN_SECONDS
    while remaining := _groups():
        for group in remaining:
            with suppress(OSError):
                group.rmdir()
        if time.monotonic() > deadline:
            raise TimeoutError(f"processes of the node are still there: {remaining[0]}")
        time.sleep(0.1)


def _groups() -> list[Path]:
    """Those of the node's pods, the innermost first."""
    found = [
        Path(folder) for folder, _, _ in os.walk(CONTROL_GROUPS) if any(part in OF_PODS for part in Path(folder).parts)
    ]
    return sorted(found, key=lambda group: -len(group.parts))

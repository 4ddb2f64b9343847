"""Running the programs that a setup needs, each into a log of its own."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from stack.layout import BUILT, REPOSITORY

TAIL_LINES = 30


class SetupError(Exception):
    """A step failed; the message says what, and what to do."""


def run(step: str, command: Sequence[str], folder: Path = REPOSITORY, env: Mapping[str, str] | None = None) -> None:
    """Run a program to its end; its output goes to the step's log. Raises SetupError with the end of that log."""
    log = BUILT / "logs" / f"{step}.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        output.write(f"\n$ {' '.join(command)}\n".encode())
        output.flush()
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        tail = "\n    ".join(log.read_text(errors="replace").splitlines()[-TAIL_LINES:])
        raise SetupError(f"{command[0]} failed ({done.returncode}); the end of {log}:\n    {tail}")

"""Running the programs that bring a tool."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.cluster.tools.store import ToolError

TAIL_LINES = 20


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a program to its end. Raises ToolError with the end of what it said."""
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=os.environ | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise ToolError(f"{command[0]} is not installed") from error
    if done.returncode:
        tail = "\n    ".join(done.stdout.splitlines()[-TAIL_LINES:])
        raise ToolError(f"{' '.join(command)} failed ({done.returncode}):\n    {tail}")

"""Where tools are kept: outside the checkout, a folder for each tool and version, made once by whoever comes first."""

import fcntl
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nachklang"


class ToolError(Exception):
    """A tool could not be had; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Tool:
    """`make` fills an empty folder with this version of the tool; a new version is a new folder."""

    name: str
    version: str
    make: Callable[[Path], None]

    @property
    def folder(self) -> Path:
        """Where it is, once it is there."""
        return CACHE / "tools" / f"{self.name}-{self.version}"


def install(tool: Tool) -> Path:
    """The folder of the tool, which is made if it isn't there; of two at once the second waits. Raises ToolError."""
    folder = tool.folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with folder.with_name(f".{tool.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_name(f".{folder.name}")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            tool.make(unfinished)
            unfinished.rename(folder)
    return folder

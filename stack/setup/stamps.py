"""Skipping what is done: a step's stamp holds a hash of its inputs, and one with the same inputs isn't done again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from stack.layout import BUILT


def hash_of(files: Iterable[Path], *words: str) -> str:
    """A hash of the files' names and contents, and of the words."""
    total = hashlib.sha256("\0".join(words).encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        total.update(f"{file}\0{content}\0".encode())
    return total.hexdigest()


def files_below(folder: Path, leave_out: Iterable[str]) -> list[Path]:
    """All files below a folder, without the folders and files of those names right in it."""
    names = set(leave_out)
    tops = [top for top in folder.iterdir() if top.name not in names]
    below = [file for top in tops if top.is_dir() for file in top.rglob("*") if file.is_file()]
    return [top for top in tops if top.is_file()] + below


class Stamp:
    """What a step was last done for."""

    def __init__(self, name: str, inputs: str) -> None:
        self._file = BUILT / "stamps" / name
        self._inputs = inputs

    def fits(self) -> bool:
        """Whether the step was done for the same inputs."""
        return self._file.exists() and self._file.read_text() == self._inputs

    def set(self) -> None:
        """Note that it is done."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(self._inputs)

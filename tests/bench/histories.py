"""The exports that are imported, written once and kept for the next run."""

import hashlib
from pathlib import Path

from tests.harness import histories
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person, listens

ZONE = "Europe/Berlin"
"""Where the made-up people live; those that are asked have it set, so that days are cut as in real life."""


class Histories:
    """Extended exports in `folder`, by seed and size."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _version()
        self._folder.mkdir(parents=True, exist_ok=True)

    def extended(self, plays: int, seed: int = 0) -> Path:
        """The zip of a history of `plays` plays; another seed is another person."""
        path = self._folder / f"extended-{plays}-{seed}.zip"
        if not path.exists():
            unfinished = path.with_suffix(".part")
            write_extended_zip(unfinished, listens(Person(seed=plays + seed, plays=plays, zone=ZONE)))
            unfinished.rename(path)
        return path


def _version() -> str:
    """Changes with the generator."""
    sources = sorted(Path(histories.__path__[0]).glob("*.py"))
    return hashlib.blake2b(b"".join(file.read_bytes() for file in sources), digest_size=6).hexdigest()

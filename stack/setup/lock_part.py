"""The part of the one lock that a service needs: `python lock_part.py SERVICE [PACKAGE …]` prints it, for its image.

Which package needs which stands in the lock itself, in its `# via` comments, so nothing is resolved anew and no hash is
another. `pip check` in the image says whether anything is missing. Standard library only.
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
OWN = "nachklang-"
_ENTRY = re.compile(r"^([a-z0-9][a-z0-9._-]*)==", re.MULTILINE)
_VIA = re.compile(r"^    #(?: via)? +([a-z0-9][a-z0-9._-]*)$", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """One package of the lock as it stands there, and the packages that it is there for."""

    text: str
    needed_by: frozenset[str]


def read_lock(text: str) -> dict[str, Entry]:
    """The entries of a lock by name, in its order; one that has a version for each Python stays together."""
    starts = [match.start() for match in _ENTRY.finditer(text)]
    texts: dict[str, str] = {}
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        entry = text[start:end]
        name = entry.partition("==")[0]
        texts[name] = texts.get(name, "") + entry
    return {name: Entry(entry, frozenset(_VIA.findall(entry))) for name, entry in texts.items()}


def needs_of(service: str, services: Path) -> set[str]:
    """What the service and the packages of ours that it builds on say that they need; names as the lock has them."""
    project = tomllib.loads((services / service / "pyproject.toml").read_text())["project"]
    names = {_name(dependency) for dependency in project["dependencies"]}
    own = {name for name in names if name.startswith(OWN)}
    return (names - own).union(*(needs_of(name.removeprefix(OWN), services) for name in own))


def part(lock: Mapping[str, Entry], roots: Iterable[str]) -> list[str]:
    """The entries that the roots need, with the roots, in the lock's order. Raises KeyError for an unknown root."""
    wanted, waiting = set[str](), list(roots)
    while waiting:
        name = waiting.pop()
        if name not in wanted:
            wanted.add(lock[name].text.partition("==")[0])
            waiting += [other for other, entry in lock.items() if name in entry.needed_by]
    return [entry.text for name, entry in lock.items() if name in wanted]


def _name(dependency: str) -> str:
    return re.split(r"[\[<>=! ;]", dependency, maxsplit=1)[0].lower()


def main() -> None:
    """Print the part for the service named first, and for the packages named after it."""
    lock = read_lock((REPOSITORY / "requirements.lock").read_text())
    service, *more = sys.argv[1:]
    sys.stdout.write("".join(part(lock, needs_of(service, REPOSITORY / "services") | set(more))))


if __name__ == "__main__":
    main()

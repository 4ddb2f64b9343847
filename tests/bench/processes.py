"""A process and its descendants, from /proc."""

from pathlib import Path


def family(pid: int, named: set[int]) -> list[int]:
    """The process and its descendants, but for those in `named`, which are counted under names of their own."""
    found = [pid]
    for one in found:
        found += [child for child in _children(one) if child not in named]
    return found


def _children(pid: int) -> list[int]:
    """The children of every thread; a thread that ends meanwhile has none."""
    found = []
    for file in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(child) for child in file.read_text().split()]
        except OSError:
            continue
    return found

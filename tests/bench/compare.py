"""Whether two reports say the same, number by number."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

SHOWN = 3


def compared(rival: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
    """For reading beside a figure: everything that the rival's report holds, looked for in ours."""
    pairs = list(_pairs("", rival, ours))
    differing = [f"{path} {theirs!r} is {our!r} with us" for path, theirs, our in pairs if theirs != our]
    if not differing:
        return f"all {len(pairs):,} numbers and names of a report are equal"
    return f"{len(differing):,} of {len(pairs):,} numbers and names DIFFER: {'; '.join(differing[:SHOWN])}"


def _pairs(path: str, rival: Any, ours: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(rival, Mapping):
        held = ours if isinstance(ours, Mapping) else {}
        for name, value in rival.items():
            yield from _pairs(f"{path}.{name}" if path else name, value, held.get(name))
    elif isinstance(rival, Sequence) and not isinstance(rival, str):
        held_list = ours if isinstance(ours, Sequence) else ()
        yield f"{path}.length", len(rival), len(held_list)
        for number, (value, held_value) in enumerate(zip(rival, held_list, strict=False)):
            yield from _pairs(f"{path}[{number}]", value, held_value)
    else:
        yield path, rival, ours

"""Holds an answer against the reference, and names every figure that differs."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from tests.harness.reference.most_played import OneOf

_MOMENTS = frozenset({"first_played", "last_played", "start", "end"})
_RENAMED = {"from": "first_day", "to": "last_day"}
INTERNAL = ("sample_id", "sample_title")
"""What the contract has for finding media, and the public interface does not show."""


def differences(expected: Any, found: Any, without: Iterable[str] = ()) -> list[str]:
    """Each figure of `expected` that `found` has otherwise, as `path: expected, found`.

    `found` is plain data in the contract's shape: `msgspec.to_builtins(answer)` or `of_public(json)`. What only
    `found` has is let be; `without` names fields that need not be there.
    """
    return list(_differences(expected, found, "", frozenset(without)))


def of_public(answer: Any) -> Any:
    """The public JSON in the contract's shape: dates by their names there, moments as unix milliseconds UTC."""
    if isinstance(answer, dict):
        return {_RENAMED.get(name, name): _moment(name, of_public(value)) for name, value in answer.items()}
    return [of_public(value) for value in answer] if isinstance(answer, list) else answer


def unix_ms(moment: str) -> int:
    """Unix milliseconds of an ISO 8601 moment in UTC."""
    return round(datetime.fromisoformat(moment).timestamp() * 1000)


def _moment(name: str, value: Any) -> Any:
    return unix_ms(value) if name in _MOMENTS and isinstance(value, str) else value


def _differences(expected: Any, found: Any, path: str, without: frozenset[str]) -> Iterator[str]:
    if isinstance(expected, OneOf):
        if found not in expected.values:
            yield f"{path}: one of {sorted(expected.values)}, found {found!r}"
    elif isinstance(expected, dict) and isinstance(found, dict):
        for name in expected.keys() - without:
            yield from _differences(expected[name], found.get(name, "nothing"), f"{path}.{name}", without)
    elif isinstance(expected, list) and isinstance(found, list):
        if len(expected) != len(found):
            yield f"{path}: {len(expected)} entries, found {len(found)}"
        for place, (one, other) in enumerate(zip(expected, found, strict=False)):
            yield from _differences(one, other, f"{path}[{place}]", without)
    elif expected != found:
        yield f"{path}: {expected!r}, found {found!r}"

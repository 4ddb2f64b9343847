"""Answers that were kept, read again."""

from typing import TypeVar

import msgspec

T = TypeVar("T")


class Unreadable(Exception):
    """Another version kept it, and this one cannot read it: as good as unknown."""


def read(answer: bytes | None, shape: type[T]) -> T | None:
    """The kept answer as `shape`, None for the answer that there is nothing. Raises Unreadable."""
    if answer is None:
        return None
    try:
        return msgspec.json.decode(answer, type=shape)
    except msgspec.DecodeError as error:
        raise Unreadable from error

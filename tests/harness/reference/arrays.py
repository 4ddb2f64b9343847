"""A JSON array row by row, so that the rows before a break can be had (product.md, "A file that breaks midway").

Control characters inside a text are let pass, as a NUL in a title harms nobody.
"""

import json
from dataclasses import dataclass, field

BLANKS = " \t\r\n"
LONGEST_NUMBER = 4_000  # digits; Python's own limit for reading an integer lies a little above


@dataclass(frozen=True, slots=True)
class Array:
    """The rows that could be read, and whether the text errs or ends after them."""

    rows: list[object] = field(repr=False)
    broken: bool


def read_array(text: str) -> Array | None:
    """The array in a text; None if the text is something else."""
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        return None
    rows: list[object] = []
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return Array(rows, broken=_skip(text, at + 1) != len(text))
    while True:
        try:
            row, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return Array(rows, broken=True)
        rows.append(row)
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            return Array(rows, broken=_skip(text, at + 1) != len(text))
        if text[at : at + 1] != ",":
            return Array(rows, broken=True)
        at = _skip(text, at + 1)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in BLANKS:
        at += 1
    return at


def _integer(digits: str) -> int:
    return int(digits[:LONGEST_NUMBER])


def _no_constant(name: str) -> object:
    raise ValueError(name)


_DECODER = json.JSONDecoder(strict=False, parse_int=_integer, parse_constant=_no_constant)

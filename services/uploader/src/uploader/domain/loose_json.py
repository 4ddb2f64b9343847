"""Rows of a JSON array one by one, tolerantly: what the fast way can't decode."""

import json
import re
from dataclasses import dataclass
from typing import Any

_BLANKS = re.compile(r"[ \t\r\n]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MAX_DIGITS = 4_000


@dataclass(frozen=True)
class Rows:
    """`rows` were read up to byte `end`. The array is `closed`, or `broken`, or the data end within the next row."""

    rows: list[Any]
    end: int
    closed: bool = False
    broken: bool = False


def read_rows(data: bytes, ended: bool, max_row_bytes: int, first: bool) -> Rows:
    """As many whole rows as `data` has, which begin at a row. `ended`: nothing follows. `first`: `]` may come at once.

    Bad UTF-8 and lone surrogates become U+FFFD. A row that is longer, too deep or no JSON breaks the array.
    """
    text = data.decode("latin-1")  # one character a byte: JSON's structure is ASCII, and positions stay bytes
    rows: list[Any] = []
    start = _skip_blanks(text, 0)
    if first and text.startswith("]", start):
        return Rows(rows, start + 1, closed=True)
    while True:
        end = _end_of_value(text, start)
        after = len(text) if end is None else _skip_blanks(text, end)
        too_long = after - start > max_row_bytes
        final = ended or len(text) - start > max_row_bytes
        if end is None or too_long or not (final or text.startswith((",", "]"), after)):
            return Rows(rows, start, broken=final)  # a number, too, is only whole when something follows
        rows.append(parse(data[start:end]))
        if not text.startswith(",", after):
            closed = text.startswith("]", after)
            return Rows(rows, after + 1 if closed else after, closed=closed, broken=not closed)
        start = _skip_blanks(text, after + 1)


def parse(data: bytes) -> Any:
    """One JSON value that is known to be whole."""
    return _without_surrogates(_DECODER.decode(data.decode("utf-8", "replace")))


def _end_of_value(text: str, start: int) -> int | None:
    try:
        return _DECODER.raw_decode(text, start)[1]
    except (json.JSONDecodeError, RecursionError):
        return None


def _skip_blanks(text: str, start: int) -> int:
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _without_surrogates(value: Any) -> Any:
    """Of a row only: what is nested deeper is never used."""
    if isinstance(value, dict):
        return {key: _LONE_SURROGATE.sub("\ufffd", v) if isinstance(v, str) else v for key, v in value.items()}
    return value


def _parse_int(digits: str) -> int:
    """Python refuses to read very long integers; here it is enough to know that they are far too large."""
    return int(digits[:_MAX_DIGITS])


_DECODER = json.JSONDecoder(strict=False, parse_int=_parse_int)

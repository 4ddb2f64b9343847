"""Plays of an export as text: JSON, which Nachklang reads again, and CSV for other programs."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

import msgspec

from contracts.messages.history_pages import HistoryColumns
from contracts.messages.plays import PlayFacts

VERSION = 1
"""Of the rows: stands in the first column of each, and tells importers what they read."""

_TRUTH = {True: "true", False: "false"}
_NAMES = ("nachklang", "source", *PlayFacts.__struct_fields__)
_ENCODER = msgspec.json.Encoder()


class RowWriter(Protocol):
    """Writes one file of plays from front to back."""

    ending: str

    def begin(self) -> bytes:
        """What stands before the first play."""
        ...

    def rows(self, plays: HistoryColumns) -> bytes:
        """Some more plays."""
        ...

    def end(self) -> bytes:
        """What stands behind the last play."""
        ...


def columns_of(plays: HistoryColumns) -> dict[str, Sequence[Any]]:
    """The columns of a file by name, in their order; `played_at` and `offline_at` are unix ms UTC."""
    ours: dict[str, Sequence[Any]] = {"nachklang": [VERSION] * len(plays.played_at), "source": plays.source}
    return ours | msgspec.structs.asdict(plays)


class JsonRows:
    """An array of objects, one a line: the format `nachklang`, which an import takes."""

    ending = "json"

    def __init__(self) -> None:
        self._separator = b"\n"

    def begin(self) -> bytes:
        """The array opens."""
        return b"["

    def rows(self, plays: HistoryColumns) -> bytes:
        """Some more objects."""
        columns = _readable(plays)
        objects = [_ENCODER.encode(dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)]
        written = self._separator + b",\n".join(objects)
        self._separator = b",\n"
        return written

    def end(self) -> bytes:
        """The array closes."""
        return b"\n]\n"


class CsvRows:
    """A table as RFC 4180 says, in UTF-8, with a line of names; nothing stands where an export said nothing."""

    ending = "csv"

    def begin(self) -> bytes:
        """The names of the columns."""
        return _lines([_NAMES])

    def rows(self, plays: HistoryColumns) -> bytes:
        """Some more lines."""
        return _lines(map(_plain, zip(*_readable(plays).values(), strict=True)))

    def end(self) -> bytes:
        """A table just ends."""
        return b""


def _readable(plays: HistoryColumns) -> dict[str, Sequence[Any]]:
    """The columns with the moment of each play as text."""
    return columns_of(plays) | {"played_at": [_text_of(ms) for ms in plays.played_at]}


def _text_of(ms: int) -> str:
    """ISO 8601 UTC, always with milliseconds: texts of one length sort as moments do."""
    second, rest = divmod(ms, 1000)
    return f"{datetime.fromtimestamp(second, UTC):%Y-%m-%dT%H:%M:%S}.{rest:03d}Z"


def _lines(rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _plain(row: Sequence[Any]) -> list[Any]:
    return [_TRUTH[value] if isinstance(value, bool) else value for value in row]

"""Rows become plays, or the reasons why they are none (product.md). One reader, and what the formats differ in."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

import msgspec

from contracts.messages.plays import Kind, Source
from uploader.domain.checks import FIRST_MOMENT, LONGEST_MS, wrong_moment, wrong_time
from uploader.domain.identity import Columns, fingerprints, likenesses
from uploader.domain.names import Remembered, clean
from uploader.domain.play import MINUTE_MS, Play, order_key
from uploader.domain.typed_rows import R, typed

Said = tuple[Kind, str | None, str | None, str | None, str | None, str | None]
"""What was played: kind, artist, title, album, id; and the address that stands for a title where there is none."""


@dataclass(frozen=True)
class Block:
    """Some rows, read: those that are plays, and the numbers of the others with the reasons."""

    plays: list[Play]
    rejected: list[tuple[int, str]]


class RowReader(ABC, Generic[R]):
    """Reads rows of one format, many at a time: columns are made much faster than plays one by one.

    `now_ms` is the present, unix ms: nothing lies after it. One reader serves all files of an upload, for it remembers
    their names.
    """

    row_type: type[R]
    decoder: ClassVar["msgspec.json.Decoder[Any]"]
    read_moment: Callable[[str | None], int | None]

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._names: Remembered[str | None] = Remembered(clean, None)

    def read(self, first: int, values: Iterable[Any]) -> Block:
        """The rows from number `first` on, each a typed one or any JSON value."""
        rows: list[R] = []
        when: list[tuple[int, int, int]] = []
        rejected: list[tuple[int, str]] = []
        cls, read_moment, now_ms = self.row_type, self.read_moment, self._now_ms
        for number, value in enumerate(values, first):
            row = value if type(value) is cls else typed(value, cls)
            if isinstance(row, str):
                rejected.append((number, row))
                continue
            ms_played, played_at = row.ms_played, read_moment(row.moment)
            if ms_played is None or not 0 <= ms_played <= LONGEST_MS:
                rejected.append((number, wrong_time(cls.MS_PLAYED, ms_played)))
            elif played_at is None or not FIRST_MOMENT <= played_at <= now_ms:
                rejected.append((number, wrong_moment(cls.MOMENT, row.moment, played_at)))
            else:
                rows.append(row)
                when.append((number, played_at, ms_played))
        return Block(self._plays(rows, when) if rows else [], rejected)

    def _plays(self, rows: list[R], when: list[tuple[int, int, int]]) -> list[Play]:
        """The plays in `rows`. `when` holds the number, moment and playing time of each."""
        numbers, moments, times = zip(*when, strict=True)
        kinds, artists, titles, albums, ids, addresses = zip(*map(self._said, rows), strict=True)
        content = (times, kinds, artists, titles, albums, ids, *self._circumstances(rows))
        minutes = [moment // MINUTE_MS for moment in moments]
        alike = likenesses(minutes, times, artists, titles, addresses)
        orders = map(order_key, minutes, alike, moments, fingerprints(content))
        return list(map(Play, orders, self._sources(rows), numbers, moments, *content))

    @abstractmethod
    def _sources(self, rows: Sequence[R]) -> Iterable[Source]:
        """What told of each of them."""

    @abstractmethod
    def _said(self, row: R) -> Said:
        """What the row says was played."""

    @abstractmethod
    def _circumstances(self, rows: Sequence[R]) -> Columns:
        """The fields of plays from `platform` on, each as a column."""

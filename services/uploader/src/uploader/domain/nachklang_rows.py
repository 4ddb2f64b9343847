"""The rows of a history that this program has given out: `nachklang_plays_<year>.json`, one array a year (UTC).

    {"nachklang": 1, "source": "live" | "account" | "extended", "played_at": "2024-03-05T10:11:12.000Z",
     "ms_played": 215000, "kind": "track" | "episode" | "chapter", "artist": …, "title": …, "album": …,
     "spotify_id": 22 characters, "platform": …, "country": …, "reason_start": …, "reason_end": …,
     "shuffle": bool, "skipped": bool, "offline": bool, "offline_at": unix ms, "private": bool}

The fields are those of contracts.messages.plays.PlayColumns; null where nothing is known, and any may be missing.
`nachklang` is the version of the shape. A year holds all of its minutes, so plays that are alike are in one file and
get the same numbers again: reading a history that was given out brings the same plays with the same identities. A play
without a title is known by its id alone: one whose address held no id gets another identity, and is still one play.
"""

from collections.abc import Iterable, Sequence
from typing import cast

import msgspec

from contracts.messages.plays import Kind, Source
from uploader.domain.checks import FIRST_MOMENT, millisecond_moment
from uploader.domain.identity import Columns
from uploader.domain.names import is_id
from uploader.domain.play import MINUTE_MS, Play
from uploader.domain.rows import RowReader, Said
from uploader.domain.typed_rows import NachklangRow

_SOURCES = ("live", "account", "extended")
_ADDRESSES: dict[Kind, str] = {"track": "spotify:track:", "episode": "spotify:episode:", "chapter": "spotify:episode:"}


class NachklangReader(RowReader[NachklangRow]):
    """Reads rows of our own export. One that does not say where it came from counts as account data: the least."""

    row_type = NachklangRow
    decoder = msgspec.json.Decoder(list[NachklangRow])
    read_moment = staticmethod(millisecond_moment)

    def _plays(self, rows: list[NachklangRow], when: list[tuple[int, int, int]]) -> list[Play]:
        """The plays; of an account row the minute alone is known, whatever the row says."""
        cut = [
            (number, moment - moment % MINUTE_MS if source == "account" else moment, ms_played)
            for (number, moment, ms_played), source in zip(when, self._sources(rows), strict=True)
        ]
        return super()._plays(rows, cut)

    def _said(self, row: NachklangRow) -> Said:
        """What the row says; its id stands for a title as the address of Spotify did from which it was taken."""
        names = self._names
        found_id = row.spotify_id if row.spotify_id and is_id(row.spotify_id) else None
        kind = _kind(row, found_id)
        address = None if found_id is None else _ADDRESSES[kind] + found_id
        return kind, names[row.artist], names[row.title], names[row.album], found_id, address

    def _sources(self, rows: Sequence[NachklangRow]) -> Iterable[Source]:
        return [cast(Source, row.source) if row.source in _SOURCES else "account" for row in rows]

    def _circumstances(self, rows: Sequence[NachklangRow]) -> Columns:
        names = self._names
        return (
            [names[row.platform] for row in rows],
            [names[row.country] for row in rows],
            [names[row.reason_start] for row in rows],
            [names[row.reason_end] for row in rows],
            [row.shuffle for row in rows],
            [row.skipped for row in rows],
            [row.offline for row in rows],
            [self._offline_at(row.offline_at) for row in rows],
            [row.private for row in rows],
        )

    def _offline_at(self, moment: int | None) -> int | None:
        return moment if moment is not None and FIRST_MOMENT <= moment <= self._now_ms else None


def _kind(row: NachklangRow, found_id: str | None) -> Kind:
    """What the row says, else a track if it has a title or an id, else an episode (product.md)."""
    if row.kind in _ADDRESSES:
        return row.kind
    return "track" if row.title or found_id else "episode"

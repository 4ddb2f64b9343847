"""The rows of extended histories (exports.md). What they say of the person's devices ends here."""

from collections.abc import Iterable, Sequence
from itertools import repeat

import msgspec

from contracts.messages.plays import Source
from uploader.domain.checks import FIRST_MOMENT, second_moment
from uploader.domain.identity import Columns
from uploader.domain.names import Remembered, clean, spotify_id
from uploader.domain.rows import RowReader, Said
from uploader.domain.typed_rows import ExtendedRow

SECONDS_BELOW = 100_000_000_000
"""Smaller values of `offline_timestamp` are seconds (exports.md): as milliseconds they would lie in 1973."""


class ExtendedReader(RowReader[ExtendedRow]):
    """Reads rows of extended histories."""

    row_type = ExtendedRow
    decoder = msgspec.json.Decoder(list[ExtendedRow])
    read_moment = staticmethod(second_moment)

    def __init__(self, now_ms: int) -> None:
        super().__init__(now_ms)
        self._tracks: Remembered[tuple[str | None, str | None]] = Remembered(_track, (None, None))

    def _said(self, row: ExtendedRow) -> Said:
        """A track by its name or id, else a chapter, else an episode."""
        names = self._names
        title = names[row.master_metadata_track_name]
        address, found_id = self._tracks[row.spotify_track_uri]
        if title or address:
            artist, album = names[row.master_metadata_album_artist_name], names[row.master_metadata_album_album_name]
            return "track", artist, title, album, found_id, address
        book, title = names[row.audiobook_title], names[row.audiobook_chapter_title]
        chapter, audiobook = names[row.audiobook_chapter_uri], names[row.audiobook_uri]
        if book or title or chapter or audiobook:
            return "chapter", book, title, None, spotify_id(chapter, "episode", "chapter"), chapter or audiobook
        address = names[row.spotify_episode_uri]
        show, title = names[row.episode_show_name], names[row.episode_name]
        return "episode", show, title, None, spotify_id(address, "episode"), address

    def _sources(self, rows: Sequence[ExtendedRow]) -> Iterable[Source]:
        return repeat("extended", len(rows))

    def _circumstances(self, rows: Sequence[ExtendedRow]) -> Columns:
        names = self._names
        return (
            [names[row.platform] for row in rows],
            [names[row.conn_country] for row in rows],
            [names[row.reason_start] for row in rows],
            [names[row.reason_end] for row in rows],
            [row.shuffle for row in rows],
            [row.skipped for row in rows],
            [row.offline for row in rows],
            [self._offline_at(row.offline_timestamp) for row in rows],
            [row.incognito_mode for row in rows],
        )

    def _offline_at(self, stamp: int | None) -> int | None:
        """`offline_timestamp` as unix ms. Old rows have milliseconds, new ones seconds, some garbage."""
        if not stamp:
            return None
        moment = stamp * 1000 if stamp < SECONDS_BELOW else stamp
        return moment if FIRST_MOMENT <= moment <= self._now_ms else None


def _track(uri: str) -> tuple[str | None, str | None]:
    """The address of a track and the id in it."""
    address = clean(uri)
    return address, spotify_id(address, "track")

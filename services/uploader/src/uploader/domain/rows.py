"""A row becomes a play, or the reason why it is none (product.md). What it says of the person's devices ends here."""

from typing import Any

import msgspec
from msgspec import UNSET

from contracts.messages.plays import Kind
from uploader.domain.checks import (
    FIRST_MOMENT,
    LONGEST_MS,
    minute_moment,
    second_moment,
    wrong_moment,
    wrong_time,
)
from uploader.domain.identity import fingerprint, likeness
from uploader.domain.names import Names, spotify_id
from uploader.domain.play import Play, order_key
from uploader.domain.typed_rows import AccountRow, ExtendedRow, typed

MINUTE_MS = 60_000
SECONDS_BELOW = 100_000_000_000
"""Smaller values of `offline_timestamp` are seconds (exports.md): as milliseconds they would lie in 1973."""


class ExtendedReader:
    """Reads rows of extended histories. `now_ms` is the present, unix ms: nothing lies after it."""

    decoder = msgspec.json.Decoder(list[ExtendedRow])

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._names = Names()

    def read(self, number: int, value: Any) -> Play | str:
        """The play in row `number`, or the reason why it is none."""
        row = value if type(value) is ExtendedRow else typed(value, ExtendedRow)
        if isinstance(row, str):
            return row
        ms_played = row.ms_played
        if ms_played is None or not 0 <= ms_played <= LONGEST_MS:
            return wrong_time("ms_played", ms_played)
        played_at = second_moment(row.ts)
        if played_at is None or not FIRST_MOMENT <= played_at <= self._now_ms:
            return wrong_moment("ts", row.ts, played_at)
        return self._play(number, row, played_at, ms_played)

    def _play(self, number: int, row: ExtendedRow, played_at: int, ms_played: int) -> Play:
        names = self._names
        kind, artist, title, address, found_id = self._named(row)
        content = (
            ms_played,
            kind,
            artist,
            title,
            names[row.master_metadata_album_album_name] if kind == "track" else None,
            found_id,
            names[row.platform],
            names[row.conn_country],
            names[row.reason_start],
            names[row.reason_end],
            row.shuffle,
            row.skipped,
            row.offline,
            self._offline_at(row.offline_timestamp),
            row.incognito_mode,
        )
        return _play(number, played_at, address, content)

    def _named(self, row: ExtendedRow) -> tuple[Kind, str | None, str | None, str | None, str | None]:
        """Kind, artist, title, address and id: a track by its name or id, else a chapter, else an episode."""
        names = self._names
        title, address = names[row.master_metadata_track_name], names[row.spotify_track_uri]
        if title or address:
            artist = names[row.master_metadata_album_artist_name]
            return "track", artist, title, address, spotify_id(address, "track")
        book, title = names[row.audiobook_title], names[row.audiobook_chapter_title]
        chapter, audiobook = names[row.audiobook_chapter_uri], names[row.audiobook_uri]
        if book or title or chapter or audiobook:
            return "chapter", book, title, chapter or audiobook, spotify_id(chapter, "episode", "chapter")
        address = names[row.spotify_episode_uri]
        return "episode", names[row.episode_show_name], names[row.episode_name], address, spotify_id(address, "episode")

    def _offline_at(self, stamp: int | None) -> int | None:
        """`offline_timestamp` as unix ms. Old rows have milliseconds, new ones seconds, some garbage."""
        if not stamp:
            return None
        moment = stamp * 1000 if stamp < SECONDS_BELOW else stamp
        return moment if FIRST_MOMENT <= moment <= self._now_ms else None


class AccountReader:
    """Reads rows of account data. `now_ms` is the present, unix ms: nothing lies after it."""

    decoder = msgspec.json.Decoder(list[AccountRow])

    def __init__(self, now_ms: int) -> None:
        self._now_ms = now_ms
        self._names = Names()

    def read(self, number: int, value: Any) -> Play | str:
        """The play in row `number`, or the reason why it is none."""
        row = value if type(value) is AccountRow else typed(value, AccountRow)
        if isinstance(row, str):
            return row
        ms_played = row.ms_played
        if ms_played is None or not 0 <= ms_played <= LONGEST_MS:
            return wrong_time("msPlayed", ms_played)
        played_at = minute_moment(row.end_time)
        if played_at is None or not FIRST_MOMENT <= played_at <= self._now_ms:
            return wrong_moment("endTime", row.end_time, played_at)
        kind, artist, title = self._named(row)
        return _play(number, played_at, None, (ms_played, kind, artist, title, *_UNKNOWN))

    def _named(self, row: AccountRow) -> tuple[Kind, str | None, str | None]:
        names = self._names
        if row.audiobook_name is not UNSET or row.chapter_name is not UNSET:
            return "chapter", names[row.audiobook_name or None], names[row.chapter_name or None]
        if row.podcast_name is not UNSET or row.episode_name is not UNSET:
            return "episode", names[row.podcast_name or None], names[row.episode_name or None]
        return "track", names[row.artist_name], names[row.track_name]


_UNKNOWN = (None,) * 11
"""What account data do not say: everything from the album on."""


def _play(number: int, played_at: int, address: str | None, content: tuple[Any, ...]) -> Play:
    """`content` are the fields of a play from `ms_played` on, in their order."""
    ms_played, _, artist, title, *_ = content
    minute = played_at // MINUTE_MS
    order = order_key(minute, likeness(minute, ms_played, artist, title, address), played_at, fingerprint(content))
    return Play(order, number, played_at, *content)

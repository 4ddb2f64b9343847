"""A whole history, page by page, for its owner to take away."""

from typing import ClassVar

import msgspec

from contracts.messages.base import Message
from contracts.messages.plays import Kind, Source


class HistoryColumns(msgspec.Struct, frozen=True, kw_only=True):
    """Plays as columns of equal length, as contracts.messages.plays.PlayColumns says; `source` is what brought each."""

    source: list[Source]
    played_at: list[int]
    ms_played: list[int]
    kind: list[Kind]
    artist: list[str | None]
    title: list[str | None]
    album: list[str | None]
    spotify_id: list[str | None]
    platform: list[str | None]
    country: list[str | None]
    reason_start: list[str | None]
    reason_end: list[str | None]
    shuffle: list[bool | None]
    skipped: list[bool | None]
    offline: list[bool | None]
    offline_at: list[int | None]
    private: list[bool | None]


class AskHistory(Message, frozen=True):
    """Command: the next plays of the whole history, with everything that is kept of them.

    `cursor` is None at the beginning, else the `next_cursor` of the page before.
    """

    SCHEMA: ClassVar[str] = "ask-history.v1"

    person_id: str
    cursor: str | None


class HistoryAnswered(Message, frozen=True):
    """A page, ordered by UTC year, then by moment. All plays of a page are of one year; `year` is None without plays.

    Doubles and replaced estimates are among them. `next_cursor` is None on the last page.
    """

    SCHEMA: ClassVar[str] = "history-answered.v1"

    year: int | None
    plays: HistoryColumns | None
    next_cursor: str | None

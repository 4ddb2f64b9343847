"""One page of plays."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message
from contracts.messages.totals import Sums


class Play(msgspec.Struct, frozen=True, kw_only=True):
    """One play as a person sees it. Doubles are shown, and left out of every count (product.md)."""

    played_at: int
    precision: Literal["second", "minute"]
    kind: str
    title: str | None
    artist: str | None
    album: str | None
    ms_played: int
    spotify_id: str | None
    platform: str | None
    country: str | None
    reason_start: str | None
    reason_end: str | None
    shuffle: bool | None
    skipped: bool | None
    offline: bool | None
    private: bool | None
    double: bool
    estimate: bool


class PlaysAnswered(Message, frozen=True):
    """Reply to `ask-plays`. `next_cursor` is None on the last page.

    `sums` are of all plays that fit, on whatever page, doubles left out: what a number that was opened must say.
    """

    SCHEMA: ClassVar[str] = "plays-answered.v1"

    revision: int
    plays: list[Play]
    next_cursor: str | None
    sums: Sums | None = None

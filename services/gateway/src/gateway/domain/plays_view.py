"""Plays as the interface shows them."""

from typing import Literal

import msgspec

from contracts.messages.plays import Kind
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.totals import Sums
from gateway.domain.showing import shown
from gateway.domain.times import Moment


class PlayView(msgspec.Struct, frozen=True, kw_only=True):
    """One play. A `double` is shown and left out of every count; an `estimate` came from the live feed."""

    played_at: Moment
    precision: Literal["second", "minute"]
    kind: Kind
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


class PlayList(msgspec.Struct, frozen=True, kw_only=True):
    """Plays, newest first; `next` continues the list. `sums` are of all plays that fit, doubles left out."""

    items: list[PlayView]
    next: str | None
    revision: int
    sums: Sums | None


def play_list_of(answer: PlaysAnswered) -> PlayList:
    """The aggregator's page as the interface shows it."""
    return PlayList(
        items=[shown(PlayView, play) for play in answer.plays],
        next=answer.next_cursor,
        revision=answer.revision,
        sums=answer.sums,
    )

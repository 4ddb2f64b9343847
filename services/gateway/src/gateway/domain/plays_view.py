"""Plays as the interface shows them."""

from typing import Literal

import msgspec

from contracts.messages.plays import Kind
from contracts.messages.plays_page import Play, PlaysAnswered
from gateway.domain.times import Moment, iso


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
    """Plays, newest first; `next` continues the list."""

    items: tuple[PlayView, ...]
    next: str | None
    revision: int


def play_list_of(answer: PlaysAnswered) -> PlayList:
    """The aggregator's page as the interface shows it."""
    return PlayList(
        items=tuple(_play(play) for play in answer.plays), next=answer.next_cursor, revision=answer.revision
    )


def _play(play: Play) -> PlayView:
    fields = msgspec.structs.asdict(play)
    fields["played_at"] = iso(play.played_at)
    return PlayView(**fields)

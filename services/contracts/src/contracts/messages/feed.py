"""The live feed: the last fifty plays of a connected person, asked for by the uploader, fetched by the auth service."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

FEED_DEPTH = 50
"""Spotify remembers no more plays than this (spotify.md 2.5)."""

NoFeed = Literal["not_connected", "blocked", "refused", "unavailable"]
"""not_connected: the person has to connect again; blocked: Spotify's limit, until a moment; refused: Spotify answers
with a refusal that time does not mend; unavailable: Spotify does not answer now."""


class RecentPlay(msgspec.Struct, frozen=True, kw_only=True):
    """One play as Spotify lists it. `played_at` is unix ms UTC; `duration_ms` is the track's length, not playing time.

    `artist` is the album's first artist, as exports name it; else the track's first.
    """

    played_at: int
    spotify_id: str | None
    title: str
    artist: str
    album: str | None
    duration_ms: int


class FetchRecentPlays(Message, frozen=True):
    """Command: fetch the last plays of this person. `request_id` comes back with the answer."""

    SCHEMA: ClassVar[str] = "fetch-recent-plays.v1"

    person_id: str
    request_id: str


class RecentPlaysFetched(Message, frozen=True):
    """The last plays, oldest first, at most FEED_DEPTH; `fetched_at` is unix ms UTC.

    `full`: Spotify listed as many as it remembers, so there may have been more before them.
    """

    SCHEMA: ClassVar[str] = "recent-plays-fetched.v1"

    person_id: str
    request_id: str
    fetched_at: int
    full: bool
    plays: list[RecentPlay]


class RecentPlaysRefused(Message, frozen=True):
    """There are no plays to be had now. `until`, unix ms UTC: before it nothing may be asked, for anybody."""

    SCHEMA: ClassVar[str] = "recent-plays-refused.v1"

    person_id: str
    request_id: str
    reason: NoFeed
    until: int | None

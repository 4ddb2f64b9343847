"""Plays on their way from the uploader to the aggregator: many plays a record, columns instead of objects.

The size of the record decides the speed of every reader: 500 plays a record are 170 times faster in Faust than one.
"""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

MAX_PLAYS_PER_RECORD = 500
STREAM_MS = 30_000
"""A play of at least 30 s is a stream: Spotify's own rule (product.md)."""

Kind = Literal["track", "episode", "chapter"]
Source = Literal["live", "account", "extended"]


class PlayFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of plays, as columns of equal length; None where the export says nothing.

    played_at    the end of the play, unix ms UTC; of account rows the start of the minute
    ms_played    playing time, ms
    kind, artist, title, album   by product.md; artist is the show or book of episodes and chapters
    spotify_id   22 base62 characters of the track, episode or chapter
    offline_at   `offline_timestamp`, unix ms, kept and never moving the moment
    private      the play was made in a private session
    """

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


class PlayColumns(PlayFacts, frozen=True, kw_only=True):
    """Up to 500 plays on their way.

    row          number of the row in its file, from 1
    identity     32 hex digits: the identity of the play without the person (product.md)
    fingerprint  16 hex digits over the whole content, to choose among equals independently of order
    """

    row: list[int]
    identity: list[str]
    fingerprint: list[str]


class PlaysRead(Message, frozen=True):
    """Plays of one file of one upload. `seq` numbers the records of an upload from 0, the same for the same bytes."""

    SCHEMA: ClassVar[str] = "plays-read.v1"

    upload_id: str
    person_id: str
    seq: int
    file: int
    source: Source
    plays: PlayColumns


class UploadRead(Message, frozen=True):
    """End marker of an upload, in the same topic and partition as its plays: there are `records` records before it."""

    SCHEMA: ClassVar[str] = "upload-read.v1"

    upload_id: str
    person_id: str
    records: int


class HistoryChanged(Message, frozen=True):
    """The person's history has a new revision, durable and served. Revisions only grow."""

    SCHEMA: ClassVar[str] = "history-changed.v1"

    person_id: str
    revision: int

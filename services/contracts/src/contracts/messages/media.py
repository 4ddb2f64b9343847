"""Pictures and samples: what a page shows and has no media for, and that something arrived."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

MediaKind = Literal["track", "artist", "album", "show"]


class MediaItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to find media for.

    `key` is `media_key(kind, artist, title)`; `sample_id` is a Spotify id of it, or of a track of it.
    """

    key: str
    kind: MediaKind
    artist: str
    title: str | None
    sample_id: str | None


class FindMedia(Message, frozen=True):
    """Command: find media for these, in order of what people look at. Repeats are harmless: known ones are skipped."""

    SCHEMA: ClassVar[str] = "find-media.v1"

    items: list[MediaItem]


class MediaReady(Message, frozen=True):
    """Media of these keys are in the serving store, or are known not to exist."""

    SCHEMA: ClassVar[str] = "media-ready.v1"

    keys: list[str]

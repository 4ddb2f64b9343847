"""Pictures and samples: what a page shows and has no media for, and that something arrived."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

MediaKind = Literal["track", "artist", "album", "show"]


class MediaItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to find media for.

    `key` is `media_key(kind, artist, title)`; `sample_id` is a Spotify id of it, or of a track of it. `ms_played`: how
    long it was played, where somebody looks at it now; what was played longer is looked for first.
    """

    key: str
    kind: MediaKind
    artist: str
    title: str | None
    sample_id: str | None
    ms_played: int = 0


class FindMedia(Message, frozen=True):
    """Command: find media for these, which somebody looks at. Repeats are harmless: known ones are skipped."""

    SCHEMA: ClassVar[str] = "find-media.v1"

    items: list[MediaItem]


class MediaReady(Message, frozen=True):
    """What the serving store says of these keys is new: media, that there are none, or until when they must wait."""

    SCHEMA: ClassVar[str] = "media-ready.v1"

    keys: list[str]


class AskSample(Message, frozen=True, kw_only=True):
    """Question: where the sample of the track `key` plays at this moment. For samples whose address soon ends."""

    SCHEMA: ClassVar[str] = "ask-sample.v1"

    key: str


class SampleAnswered(Message, frozen=True, kw_only=True):
    """Answer to ask-sample: an address that plays for some minutes, None where there is none any more."""

    SCHEMA: ClassVar[str] = "sample-answered.v1"

    url: str | None

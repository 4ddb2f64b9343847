"""How somebody listens."""

from typing import Literal

import msgspec

Platform = Literal["phone", "tablet", "computer", "speaker", "tv", "car", "console", "watch", "web", "other"]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """`plays` of the `of` plays whose export says whether or not; `share` is one by the other, 0 without any."""

    plays: int
    of: int
    share: float


class PlatformPart(msgspec.Struct, frozen=True, kw_only=True):
    """A family of devices; `share` is of the playing time of the plays that name one."""

    name: Platform
    ms_played: int
    plays: int
    share: float


class CountryPart(msgspec.Struct, frozen=True, kw_only=True):
    """A country as exported, two letters; `share` is of the playing time of the plays that name one."""

    name: str
    ms_played: int
    plays: int
    share: float


class MostSkipped(msgspec.Struct, frozen=True, kw_only=True):
    """The track with the most skips; `plays` are all its plays in the window."""

    title: str
    artist: str
    skips: int
    plays: int
    spotify_id: str | None


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """Shares of the window's plays, doubles left out."""

    skipped: Part
    shuffle: Part
    offline: Part
    private: Part
    platforms: list[PlatformPart]
    countries: list[CountryPart]
    most_skipped: MostSkipped | None

"""A play, and when two rows are the same play (product.md)."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["track", "episode", "chapter"]
Export = Literal["account", "extended"]
Source = Literal["live"] | Export
RANK: dict[Source, int] = {"live": 0, "account": 1, "extended": 2}
STREAM_MS = 30_000
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Play:
    """One row that was read. `moment` is the end in UTC unix milliseconds; account rows know the minute only.

    `artist`, `title`, `album` are clean names and `id` is the Spotify URI of what was played; "" where there is none.
    The rest is None where the row says nothing. `live` plays are estimates (product.md).
    """

    source: Source
    moment: int
    ms_played: int
    kind: Kind
    artist: str
    title: str
    album: str
    id: str
    private: bool | None
    platform: str | None = None
    country: str | None = None
    reason_start: str | None = None
    reason_end: str | None = None
    shuffle: bool | None = None
    skipped: bool | None = None
    offline: bool | None = None

    @property
    def name(self) -> str:
        """The title; where there is none, the id stands for it."""
        return self.title or self.id

    @property
    def agreement(self) -> tuple[int, str, str, int]:
        """What two rows must agree in to be one play, but for the occurrence."""
        return (self.moment // MINUTE_MS, self.artist, self.name, self.ms_played)

    @property
    def spotify_id(self) -> str | None:
        """The last part of the URI of a track, episode or chapter; a show's is none."""
        return None if ":show:" in self.id else self.id.rpartition(":")[2] or None

    @property
    def is_stream(self) -> bool:
        """A play of at least 30 s."""
        return self.ms_played >= STREAM_MS

    @property
    def content(self) -> tuple[int, str, str, int, str]:
        """An order among rows that agree: by moment, then by content."""
        rest = (
            self.kind, self.album, self.id, self.private, self.platform, self.country, self.reason_start,
            self.reason_end, self.shuffle, self.skipped, self.offline,
        )  # fmt: skip
        return (self.moment, self.artist, self.title, self.ms_played, repr(rest))


Identity = tuple[int, str, str, int, int]


def better(one: Play, other: Play) -> Play:
    """Of two rows with one identity the one to keep: the extended one; the one with an id; the earlier; the smaller."""
    return min(one, other, key=lambda play: (-RANK[play.source], play.spotify_id is None, play.content))

"""What happened: one listening, before any export format writes it down."""

from dataclasses import dataclass
from typing import Literal

from tests.harness.histories.catalogue import Item

Names = Literal["all", "id", "none"]


@dataclass(slots=True)
class Habits:
    """How a sitting was listened to; the same for all its plays."""

    platform: str
    country: str
    shuffle: bool
    offline: bool
    private: bool
    address: str


@dataclass(slots=True)
class Listen:
    """One play: `item` for `ms` milliseconds, ending at `ended_at` (unix seconds, 0 until placed in time).

    `names`: which of the names Spotify still knows ("id": only the id is left, "none": nothing at all).
    `spelling`: how extended rows spell the names (`names.respelt`).
    `double`: the same stream logged by a second device.
    """

    item: Item
    ms: int
    reason_start: str
    reason_end: str
    habits: Habits
    ended_at: int = 0
    names: Names = "all"
    spelling: int = 0
    video: bool = False
    double: bool = False

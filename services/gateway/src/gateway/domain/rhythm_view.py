"""The rhythm as the interface shows it: the contract's own shapes, moments as moments."""

import msgspec

from contracts.messages.rhythm import BiggestDay, Calendar, Month, MonthOfLife, Streak
from gateway.domain.times import Moment


class SittingView(msgspec.Struct, frozen=True, kw_only=True):
    """Plays one after the other, from the beginning of the first to the end of the last."""

    start: Moment
    end: Moment
    ms_played: int
    plays: int


class RhythmView(msgspec.Struct, frozen=True, kw_only=True):
    """`clock` holds playing time by weekday, Monday first, and hour; `life` all months of the whole history."""

    clock: list[list[int]]
    calendar: Calendar
    months: list[Month]
    life: list[MonthOfLife]
    longest_streak: Streak | None
    biggest_day: BiggestDay | None
    longest_sitting: SittingView | None

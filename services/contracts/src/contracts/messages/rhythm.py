"""When somebody listens: clock, calendar, months, streak, day and sitting. Playing time in ms, doubles left out."""

import msgspec


class Calendar(msgspec.Struct, frozen=True, kw_only=True):
    """The playing time of every day of the window in order, beginning with `first_day`; days of silence are 0."""

    first_day: str | None
    ms_played: list[int]


class Month(msgspec.Struct, frozen=True, kw_only=True):
    """The sums of one month (`YYYY-MM`), or of the part of it that lies in the window."""

    month: str
    ms_played: int
    streams: int
    plays: int


class MonthOfLife(msgspec.Struct, frozen=True, kw_only=True):
    """Playing time of one month (`YYYY-MM`, the person's zone) of the whole history."""

    month: str
    ms_played: int


class Streak(msgspec.Struct, frozen=True, kw_only=True):
    """Days in a row, each with a play."""

    first_day: str
    last_day: str
    days: int


class BiggestDay(msgspec.Struct, frozen=True, kw_only=True):
    """One day's sums."""

    day: str
    ms_played: int
    streams: int
    plays: int


class Sitting(msgspec.Struct, frozen=True, kw_only=True):
    """Plays one after the other. `start` is when the first one began, `end` when the last one ended, unix ms UTC."""

    start: int
    end: int
    ms_played: int
    plays: int


class Rhythm(msgspec.Struct, frozen=True, kw_only=True):
    """`clock` holds 7 rows, Monday first, of 24 hours. Without plays: zeros, empty lists and None."""

    clock: list[list[int]]
    calendar: Calendar
    months: list[Month]
    life: list[MonthOfLife]
    longest_streak: Streak | None
    biggest_day: BiggestDay | None
    longest_sitting: Sitting | None

"""How long to wait between two looks at the last plays of one person."""

from dataclasses import dataclass

DAY_MS = 86_400_000


@dataclass(frozen=True)
class Pauses:
    """Times in ms. `answer_ms`: a question without an answer is asked again after so long, or the pause if longer.

    `calls_a_day` is the budget of a day (UTC) for all people together.
    """

    first_ms: int = 5 * 60_000
    longest_ms: int = 25 * 60_000
    answer_ms: int = 2 * 60_000
    calls_a_day: int = 500


@dataclass(frozen=True)
class Quota:
    """What the application may ask for: `calls` were made on `day` (days since 1970 UTC), for `people` connected.

    Spotify gives nothing before `blocked_until`, unix ms.
    """

    day: int = 0
    calls: int = 0
    blocked_until: int = 0
    people: int = 0

    def opens_at(self, now: int, calls_a_day: int) -> int:
        """When the next call may be made, unix ms: `now`, or when Spotify gives again, or when the next day begins."""
        day = now // DAY_MS
        used_up = self._calls_on(day) >= calls_a_day
        return max(now, self.blocked_until, (day + 1) * DAY_MS if used_up else 0)

    def with_call(self, now: int) -> "Quota":
        """One call more."""
        day = now // DAY_MS
        return Quota(day, self._calls_on(day) + 1, self.blocked_until, self.people)

    def spread_ms(self, now: int, calls_a_day: int) -> int:
        """The pause at which what is left of the calls lasts for the rest of the day; 0 while more than half is left.

        So a few people are looked after as their listening asks for, and many share what there is.
        """
        day = now // DAY_MS
        left = calls_a_day - self._calls_on(day)
        if left * 2 > calls_a_day:
            return 0
        rest_of_day = (day + 1) * DAY_MS - now
        return rest_of_day * self.people // max(left, 1)

    def _calls_on(self, day: int) -> int:
        return self.calls if day == self.day else 0


def next_pause(pause_ms: int, anything_new: bool, pauses: Pauses, spread_ms: int = 0) -> int:
    """The pause after an answer, ms. `pause_ms` is the one before it.

    `first_ms` (5 minutes) after new plays: somebody is listening. Else twice the last one, up to `longest_ms`: Spotify
    remembers 50 plays and lists none under 30 s, so within 25 minutes nothing can be missed. Never shorter than
    `spread_ms`, which the day's calls ask for; beyond 25 minutes a gap may come of it, and is known then.
    """
    wanted = pauses.first_ms if anything_new else min(2 * pause_ms, pauses.longest_ms)
    return max(wanted, spread_ms)

"""How fast calls may go, and how many a day: Spotify's own limits are unpublished, so these keep well below.

Times are unix ms. A clock that is set back makes nobody wait for the time that it goes through again.
"""

DAY_MS = 86_400_000
_FIRST_OUTAGE_S = 30
_LONGEST_OUTAGE_S = 600


class TokenBucket:
    """At most `per_second` calls a second on average; 0 is no limit."""

    def __init__(self, per_second: float) -> None:
        self._gap_ms = 1000 / per_second if per_second else 0.0
        self._next = 0.0
        self._seen = 0

    def take(self, now_ms: int) -> float:
        """Reserve the next place; how many ms to wait for it."""
        self._next -= max(0, self._seen - now_ms)
        self._seen = now_ms
        place = max(self._next, float(now_ms))
        self._next = place + self._gap_ms
        return place - now_ms


class Hold:
    """A time during which nothing passes."""

    def __init__(self) -> None:
        self._until = 0.0
        self._seen = 0

    def until(self, now_ms: int, seconds: float) -> None:
        """Hold for so long from now on, or longer where it is held longer."""
        self._until = max(now_ms + self.left_ms(now_ms), now_ms + seconds * 1000)

    def left_ms(self, now_ms: int) -> float:
        """How many ms it still lasts."""
        self._until -= max(0, self._seen - now_ms)
        self._seen = now_ms
        return max(0.0, self._until - now_ms)


class Outage:
    """Whether somebody answers at all. While nobody does, it is tried again after growing pauses, once each time."""

    def __init__(self) -> None:
        self._hold = Hold()
        self._times = 0

    @property
    def is_on(self) -> bool:
        """Whether the last call that was tried to the end had no answer."""
        return self._times > 0

    def left_ms(self, now_ms: int) -> float:
        """How long nothing is tried yet."""
        return self._hold.left_ms(now_ms)

    def goes_on(self, now_ms: int) -> None:
        """Another call had no answer. Those that were on their way already tell nothing new."""
        if self.left_ms(now_ms) <= 0:
            self._hold.until(now_ms, min(_FIRST_OUTAGE_S << self._times, _LONGEST_OUTAGE_S))
            self._times += 1

    def ends(self) -> None:
        """There was an answer."""
        self._times = 0


def day_of(now_ms: int) -> int:
    """Days since 1970, UTC."""
    return now_ms // DAY_MS


def next_day_ms(now_ms: int) -> int:
    """When the next day begins, unix ms UTC."""
    return (day_of(now_ms) + 1) * DAY_MS

"""How fast calls may go, and how many a day: Spotify's own limits are unpublished, so these keep well below."""

DAY_MS = 86_400_000


class TokenBucket:
    """At most `per_second` calls a second on average; 0 is no limit. Times are unix ms."""

    def __init__(self, per_second: float) -> None:
        self._gap_ms = 1000 / per_second if per_second else 0.0
        self._next = 0.0

    def take(self, now_ms: int) -> float:
        """Reserve the next place; how many ms to wait for it."""
        place = max(self._next, float(now_ms))
        self._next = place + self._gap_ms
        return place - now_ms


def day_of(now_ms: int) -> int:
    """Days since 1970, UTC."""
    return now_ms // DAY_MS


def next_day_ms(now_ms: int) -> int:
    """When the next day begins, unix ms UTC."""
    return (day_of(now_ms) + 1) * DAY_MS

"""Spotify's limits: calls in a rolling window of 30 s, and a quota per bucket and day (spotify.md 4)."""

from collections import Counter, deque
from dataclasses import dataclass

from stack.double.clock import DAY_MS, SECOND_MS
from stack.double.switches import Switches

WINDOW_MS = 30 * SECOND_MS
QUOTA_RETRY_S = 86_207
"""The Retry-After that was seen with QUOTA_EXCEEDED."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A 429. `quota`: the day's, not the window's. Without `retry_after_s` it does not say how long to wait."""

    quota: bool
    retry_after_s: int | None

    @property
    def headers(self) -> dict[str, str]:
        """Retry-After, if it is sent."""
        return {} if self.retry_after_s is None else {"Retry-After": str(self.retry_after_s)}


class Limits:
    """Counts the API calls of the one application, and the calls of oEmbed, which needs none."""

    def __init__(self) -> None:
        self._api = _Window()
        self._oembed = _Window()
        self._day = -1
        self._used: Counter[str] = Counter()

    def forget(self) -> None:
        """Start counting anew."""
        self._api = _Window()
        self._oembed = _Window()
        self._used.clear()

    def take(self, bucket: str, switches: Switches, now: int) -> Refusal | None:
        """Count one call of the Web API; the refusal if it is one too many."""
        return self._take_quota(bucket, switches, now) or self._api.take(switches.rate_limit, switches, now)

    def take_oembed(self, switches: Switches, now: int) -> Refusal | None:
        """Count one call of oEmbed; the refusal if it is one too many."""
        return self._oembed.take(switches.oembed_limit, switches, now)

    def _take_quota(self, bucket: str, switches: Switches, now: int) -> Refusal | None:
        if now // DAY_MS != self._day:
            self._day = now // DAY_MS
            self._used.clear()
        allowed = switches.quota.get(bucket)
        if allowed is not None and self._used[bucket] >= allowed:
            return Refusal(quota=True, retry_after_s=QUOTA_RETRY_S)
        self._used[bucket] += 1
        return None


class _Window:
    """The calls of the last 30 s that were not refused."""

    def __init__(self) -> None:
        self._recent: deque[int] = deque()

    def take(self, allowed: int | None, switches: Switches, now: int) -> Refusal | None:
        """Count one call; the refusal if `allowed` were there already. Calls without a limit are not counted."""
        if allowed is None:
            return None
        while self._recent and self._recent[0] <= now - WINDOW_MS:
            self._recent.popleft()
        if len(self._recent) < allowed:
            self._recent.append(now)
            return None
        oldest = self._recent[0] if self._recent else now
        wait_s = max(1, -(-(oldest + WINDOW_MS - now) // SECOND_MS))
        return Refusal(quota=False, retry_after_s=wait_s if switches.retry_after == "sent" else None)

"""The person's zone: when a moment was, by the rules of that day."""

from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo


@cache
def local(moment: int, zone: str) -> datetime:
    """The moment (UTC unix milliseconds) as the person's clock and calendar showed it, cut to the second."""
    return datetime.fromtimestamp(moment // 1000, UTC).astimezone(ZoneInfo(zone))

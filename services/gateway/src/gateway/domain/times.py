"""Moments and days at the edge: unix milliseconds become ISO 8601 UTC, which is how JSON writes a datetime."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import msgspec

Moment = Annotated[datetime, msgspec.Meta(description="ISO 8601, UTC", examples=["2025-01-01T08:30:00Z"])]
Day = Annotated[str, msgspec.Meta(description="YYYY-MM-DD in the person's zone", extra_json_schema={"format": "date"})]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def moment(ms: int) -> Moment:
    """`ms` (unix milliseconds, UTC) as what JSON shows as `2025-01-01T08:30:00Z`, with a fraction only where it has."""
    second, rest = divmod(ms, 1000)
    whole = datetime.fromtimestamp(second, UTC)  # half the time of adding to the epoch, and most moments are whole
    return whole.replace(microsecond=rest * 1000) if rest else whole


def moment_or_none(ms: int | None) -> Moment | None:
    """`moment`, None for None."""
    return None if ms is None else moment(ms)


def unix_ms(value: datetime) -> int:
    """A moment with its zone as unix milliseconds, cut."""
    return (value - _EPOCH) // timedelta(milliseconds=1)

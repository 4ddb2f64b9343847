"""Moments and days at the edge: unix milliseconds become ISO 8601 UTC."""

from datetime import datetime, timedelta
from typing import Annotated

import msgspec

Moment = Annotated[
    str,
    msgspec.Meta(
        description="ISO 8601, UTC", extra_json_schema={"format": "date-time"}, examples=["2025-01-01T08:30:00Z"]
    ),
]
Day = Annotated[str, msgspec.Meta(description="YYYY-MM-DD in the person's zone", extra_json_schema={"format": "date"})]

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  # naive on purpose: only added to, and written with a fixed Z
_SECOND = 1000


def iso(ms: int) -> Moment:
    """`ms` (unix milliseconds, UTC) as `2025-01-01T08:30:00Z`, with milliseconds only where there are any."""
    moment = _EPOCH + timedelta(milliseconds=ms)
    return moment.isoformat(timespec="milliseconds" if ms % _SECOND else "seconds") + "Z"


def iso_or_none(ms: int | None) -> Moment | None:
    """`iso`, None for None."""
    return None if ms is None else iso(ms)

"""The window that a query names."""

import datetime
from typing import Annotated

import msgspec

from gateway.domain.problems import INVALID_WINDOW, Refused

FirstDay = Annotated[datetime.date, msgspec.Meta(description="The first day, as YYYY-MM-DD, in the person's zone")]
LastDay = Annotated[datetime.date, msgspec.Meta(description="The last day, as YYYY-MM-DD; it is included")]


def asked_window(first: datetime.date | None, last: datetime.date | None) -> tuple[str | None, str | None]:
    """Both days as the contract writes them. Raises Refused where they run backwards."""
    if first is not None and last is not None and first > last:
        raise Refused(INVALID_WINDOW, "`from` lies after `to`. Swap them: both days are included.")
    return (first.isoformat() if first else None), (last.isoformat() if last else None)

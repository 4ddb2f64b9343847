"""Where a page of a whole history ended.

A play is found again by its minute and identity, which it keeps when a better row gives it another second: so no import
between two pages makes the next one repeat a play or leave one out.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime
from typing import NamedTuple

from aggregator.domain.times.windows import InvalidQuestion

MINUTE_S = 60


class Place(NamedTuple):
    """A play by its minute since 1970 and its identity, as year_table.KEY has it: places compare as plays are paged."""

    minute: int
    identity_high: int
    identity_low: int

    @property
    def year(self) -> int:
        """The UTC year of the play."""
        return datetime.fromtimestamp(self.minute * MINUTE_S, UTC).year


def cursor_of(place: Place) -> str:
    """The cursor behind a play."""
    return urlsafe_b64encode(".".join(map(str, place)).encode()).decode()


def place_of(cursor: str) -> Place:
    """The play behind which to go on. Raises InvalidQuestion for what is no cursor."""
    try:
        place = Place(*map(int, urlsafe_b64decode(cursor).decode().split(".")))
        if not all(0 <= number < 2**64 for number in place):
            raise ValueError(cursor)
        _ = place.year
    except (ValueError, TypeError, OverflowError, OSError) as error:
        raise InvalidQuestion("invalid_cursor", "the cursor is none of ours; begin without one") from error
    return place

"""Where a page of plays ended: the moment of its last play and the place among the plays of that moment.

Plays of other moments may come and go with an import, and the next page goes on where this one ended.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode

from aggregator.domain.arrays import Ints
from aggregator.domain.times.windows import InvalidQuestion


def cursor_of(row: int, moments: Ints) -> str:
    """The cursor behind the play in `row`; `moments` are those of all plays, in order."""
    moment = int(moments[row])
    place = row - int(moments.searchsorted(moment))
    return urlsafe_b64encode(f"{moment}.{place}".encode()).decode()


def row_behind(cursor: str, moments: Ints) -> int:
    """The row before which the next page ends. Raises InvalidQuestion for what is no cursor."""
    try:
        moment, place = map(int, urlsafe_b64decode(cursor).decode().split("."))
        if not 0 <= moment < 2**63 or place < 0:
            raise ValueError(cursor)
    except ValueError as error:
        raise InvalidQuestion("invalid_cursor", "the cursor is none of ours; begin without one") from error
    return int(moments.searchsorted(moment)) + min(place, len(moments))

"""What makes a row no play (product.md): its playing time or its moment is wrong. Everything else may be missing."""

from datetime import UTC, date, datetime

LONGEST_MS = 7 * 86_400_000
FIRST_MOMENT = int(datetime(2006, 1, 1, tzinfo=UTC).timestamp()) * 1000
NOT_AN_OBJECT = "not an object"
UNREADABLE = ""
"""Stands for a moment that is there, and no text."""

_EPOCH_DAY = date(1970, 1, 1).toordinal()


def not_an_integer(field: str) -> str:
    """The reason for a playing time that is a float, a bool, a text or anything else but an integer."""
    return f"{field} is not an integer"


def wrong_time(field: str, ms_played: int | None) -> str:
    """The reason why `ms_played` is no playing time."""
    if ms_played is None:
        return f"{field} is missing"
    return f"{field} is negative" if ms_played < 0 else f"{field} is over 7 days"


def wrong_moment(field: str, text: str | None, moment: int | None) -> str:
    """The reason why `text`, read as `moment`, can't be when a play ended."""
    if text is None:
        return f"{field} is missing"
    if moment is None:
        return f"{field} cannot be read"
    return f"{field} is before 2006" if moment < FIRST_MOMENT else f"{field} is in the future"


def second_moment(text: str | None) -> int | None:
    """Unix ms of `YYYY-MM-DDTHH:MM:SSZ`, None if it is not."""
    # every third character from the fifth on is a mark, the others must be digits
    if text is None or len(text) != 20 or text[4::3] != "--T::Z":  # noqa: PLR2004 - the length of the form
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    days = at.toordinal() - _EPOCH_DAY
    return (((days * 24 + at.hour) * 60 + at.minute) * 60 + at.second) * 1000


def millisecond_moment(text: str | None) -> int | None:
    """Unix ms of `YYYY-MM-DDTHH:MM:SS.mmmZ`, None if it is not."""
    if text is None or len(text) != 24 or text[19] != ".":  # noqa: PLR2004 - the length of the form
        return None
    second, ms = second_moment(f"{text[:19]}Z"), text[20:23]
    if second is None or text[23] != "Z" or not (ms.isascii() and ms.isdigit()):
        return None
    return second + int(ms)


def minute_moment(text: str | None) -> int | None:
    """Unix ms of the start of the minute `YYYY-MM-DD HH:MM` (UTC), None if it is not."""
    if text is None or len(text) != 16 or text[4::3] != "-- :":  # noqa: PLR2004 - the length of the form
        return None
    return second_moment(f"{text[:10]}T{text[11:]}:00Z")

"""Cursors: where a page of a list ended, as an opaque text. Whoever makes one up gets a problem, never an error."""

import base64
import binascii

from gateway.domain.problems import INVALID_REQUEST, Refused


def to_cursor(*parts: int | str) -> str:
    """`parts` as one text that fits an address."""
    text = ":".join(str(part) for part in parts)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def upload_cursor(cursor: str | None) -> tuple[int, str] | None:
    """(created_at in unix ms, upload_id) of the last upload of the page before. Raises Refused."""
    if cursor is None:
        return None
    first, second = _two(cursor)
    return _number(first), second


def rejection_cursor(cursor: str | None) -> tuple[int, int] | None:
    """(file, row) of the last rejection of the page before. Raises Refused."""
    if cursor is None:
        return None
    first, second = _two(cursor)
    return _number(first), _number(second)


def _two(cursor: str) -> tuple[str, str]:
    try:
        text = base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)).decode("ascii")
        first, second = text.split(":")
    except (binascii.Error, UnicodeError, ValueError) as error:
        raise _unreadable() from error
    return first, second


_HIGHEST = 2**63


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) >= _HIGHEST:
        raise _unreadable()
    return int(text)


def _unreadable() -> Refused:
    return Refused(INVALID_REQUEST, "This cursor is not one that a page gave out. Start again without `cursor`.")

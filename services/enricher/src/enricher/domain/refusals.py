"""What an answer of Spotify that is no 200 asks of us (spotify.md 1.5, 4 and 6): by its status, rarely by its text."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

SHORT_S = 60
"""A pause up to this is waited for; a longer one is a lock-out, kept over restarts."""
FORBIDDEN_S = 3_600
"""After a 403 Spotify may take hours to admit the application again: so long nothing is asked."""
BAD_CREDENTIALS_S = 600
_LONGEST_S = 10 * 365 * 86_400
"""No pause is longer: the number is a mistake, and must fit where lock-outs are kept."""

What = Literal["missing", "slow down", "lock-out", "forbidden", "renew the token", "fault"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """`seconds` to wait, None where Spotify does not say. `everything`: it is about the application, not the family."""

    what: What
    seconds: int | None = None
    everything: bool = False
    reason: str = ""


def refusal_of(status: int, retry_after: str, body: bytes) -> Refusal | None:
    """What the answer asks, None for a 200. Raises nothing: bodies may be plain text or HTML."""
    text = body[:200].decode(errors="replace")
    if status == HTTPStatus.OK:
        return None
    if _is_missing(status, text):
        return Refusal("missing")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return _too_many(_seconds(retry_after), text)
    if status == HTTPStatus.UNAUTHORIZED:
        return Refusal("renew the token")
    if status == HTTPStatus.FORBIDDEN:
        return Refusal("forbidden", FORBIDDEN_S, everything=not text.startswith("{"), reason=text)
    return Refusal("fault", _seconds(retry_after), reason=f"{status}")


def refusal_of_token(status: int, retry_after: str, body: bytes) -> Refusal | None:
    """The same of the accounts server, to which nothing is "missing": what it refuses are the credentials."""
    refusal = refusal_of(status, retry_after, body)
    if refusal and status < HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.TOO_MANY_REQUESTS:
        return Refusal("lock-out", BAD_CREDENTIALS_S, everything=True, reason=f"{status} to the credentials")
    return refusal


def _is_missing(status: int, text: str) -> bool:
    """Whether Spotify says that a thing does not exist: not that a path does not, nor another server on the way.

    oEmbed answers an empty 404; the Web API says what is missing in JSON.
    """
    told = text.lower()
    if status == HTTPStatus.NOT_FOUND:
        return not told or (told.startswith("{") and "service not found" not in told)
    return status == HTTPStatus.BAD_REQUEST and ("invalid base62 id" in told or "invalid id" in told)


def _too_many(seconds: int | None, text: str) -> Refusal:
    """A used up quota is the family's, a limit of the rate the whole application's."""
    if "QUOTA_EXCEEDED" in text:
        return Refusal("lock-out", seconds, reason="QUOTA_EXCEEDED")
    if seconds is not None and seconds > SHORT_S:
        return Refusal("lock-out", seconds, everything=True, reason="too many requests")
    return Refusal("slow down", seconds, everything=True)


def _seconds(retry_after: str) -> int | None:
    if not (retry_after.isascii() and retry_after.isdecimal()):
        return None
    return min(int(retry_after[:12]), _LONGEST_S)

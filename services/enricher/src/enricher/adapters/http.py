"""What every call over HTTP has in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict, TypeVar

import aiohttp
import msgspec

from chassis.errors import Retryable


class OneCall(TypedDict):
    """Options of a request."""

    timeout: aiohttp.ClientTimeout
    allow_redirects: bool


ONE_CALL: OneCall = {"timeout": aiohttp.ClientTimeout(total=10), "allow_redirects": False}
"""A redirect that is followed would be a call that nobody counted."""

T = TypeVar("T")


@contextmanager
def faults_of_the_world(whose: str) -> Iterator[None]:
    """Raise Retryable for whatever goes wrong on the way; `whose` server it is."""
    try:
        yield
    except (aiohttp.ClientError, TimeoutError) as error:
        raise Retryable(f"{whose}: {error!r}") from error


def decoded(body: bytes, shape: type[T], whose: str) -> T:
    """The JSON as `shape`. Raises Retryable where it is not as documented: that says nothing about what exists."""
    try:
        return msgspec.json.decode(body, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Retryable(f"{whose}'s answer is not the documented one: {error}") from error

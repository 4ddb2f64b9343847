"""What every message has: a schema name with its version, which travels in the header `schema`."""

from typing import ClassVar

import msgspec


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A versioned message. Commands are imperative, events past tense, replies say what was done.

    Unknown fields are ignored by readers, so a version may gain optional fields; anything else is a new version.
    """

    SCHEMA: ClassVar[str]


class RequestFailed(Message, frozen=True):
    """The reply to any request that could not be answered. `detail` says what the person can do.

    `retry_after_s`: so many seconds from now on the same request is refused again.
    """

    SCHEMA: ClassVar[str] = "request-failed.v1"

    code: str
    detail: str
    retryable: bool = False
    retry_after_s: int | None = None

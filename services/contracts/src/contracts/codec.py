"""Bytes to messages and back. The schema's name travels in a header, so a topic may hold several messages."""

from collections.abc import Iterable
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from contracts.messages import MESSAGES, Message
from contracts.topics import Topic, load_topics

M = TypeVar("M", bound=Message)
Headers = Iterable[tuple[str, bytes]]

_ENCODER = msgspec.json.Encoder()


class UnreadableMessage(ValueError):
    """The bytes are no message of this contract. Retrying cannot help: send them to the topic's DLQ."""


def encode(message: Message) -> bytes:
    """The message as UTF-8 JSON."""
    return _ENCODER.encode(message)


def schema_header(message: Message) -> tuple[str, bytes]:
    """The header that tells readers what the bytes are."""
    return ("schema", message.SCHEMA.encode())


def decode(value: bytes | None, headers: Headers) -> Message:
    """The message in `value`, by its `schema` header. Raises UnreadableMessage."""
    name = dict(headers).get("schema", b"").decode(errors="replace")
    if name not in MESSAGES:
        raise UnreadableMessage(f"unknown schema {name!r}")
    return decode_as(MESSAGES[name], value)


def decode_as(cls: type[M], value: bytes | None) -> M:
    """`value` as a message of the type `cls`. Raises UnreadableMessage."""
    if value is None:
        raise UnreadableMessage("no value")
    try:
        return cast(M, _decoder(cls).decode(value))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableMessage(f"not a {cls.SCHEMA}: {error}") from error


def accepts(topic: Topic, message: Message) -> bool:
    """Whether the contract lets this message into this topic."""
    return message.SCHEMA in load_topics()[topic].messages


@cache
def _decoder(cls: type[Message]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(cls)

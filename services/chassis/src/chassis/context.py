"""What follows one piece of work through all services: a correlation id and a W3C trace parent."""

import random
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

correlation_id: ContextVar[str] = ContextVar("correlation_id", default="")
traceparent: ContextVar[str] = ContextVar("traceparent", default="")

_TRACEPARENT = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}")


def new_correlation_id() -> str:
    """32 hex digits that nobody else has. A name and no secret, so the system's entropy is not asked each time."""
    return _hex(32)


def child_traceparent(parent: str) -> str:
    """A trace parent for the next step: the same trace, a new span. Starts a trace where `parent` is none."""
    trace = parent.split("-")[1] if _TRACEPARENT.fullmatch(parent) else _hex(32)
    return f"00-{trace}-{_hex(16)}-01"


def _hex(digits: int) -> str:
    return f"{random.getrandbits(4 * digits):0{digits}x}"


@contextmanager
def working_on(correlation: str, parent: str = "") -> Iterator[None]:
    """Everything logged or published inside carries `correlation` and a child of `parent`."""
    id_token = correlation_id.set(correlation)
    trace_token = traceparent.set(child_traceparent(parent))
    try:
        yield
    finally:
        correlation_id.reset(id_token)
        traceparent.reset(trace_token)


def headers() -> list[tuple[str, bytes]]:
    """The current work as Kafka headers."""
    return [
        ("correlation_id", (correlation_id.get() or new_correlation_id()).encode()),
        ("traceparent", child_traceparent(traceparent.get()).encode()),
    ]


def header(pairs: Iterable[tuple[str, bytes]], name: str) -> str:
    """The text of one Kafka header, empty where it is missing."""
    return dict(pairs).get(name, b"").decode(errors="replace")

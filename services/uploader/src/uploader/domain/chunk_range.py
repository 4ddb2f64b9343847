"""How much of a partition of `upload-chunks` may be deleted."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from contracts.limits import ABANDONED_AFTER_MS


@dataclass(frozen=True)
class FirstChunk:
    """Where the chunks of an upload begin, and when (unix ms) it was sent."""

    upload_id: str
    offset: int
    sent_at: int


def maybe_abandoned(firsts: Iterable[FirstChunk], ended: Collection[str], now_ms: int) -> list[str]:
    """Uploads that are old and not known to have been read: they wait for their turn, or were never completed."""
    old = (first for first in firsts if now_ms - first.sent_at > ABANDONED_AFTER_MS)
    return [first.upload_id for first in old if first.upload_id not in ended]


def deletable_before(firsts: Iterable[FirstChunk], not_needed: Collection[str], end: int) -> int:
    """The offset before which every chunk belongs to an upload that is not needed. `end` is behind the last chunk."""
    return min((first.offset for first in firsts if first.upload_id not in not_needed), default=end)

"""One play on its way out of a file."""

import struct

import msgspec

from contracts.messages.plays import Kind, Source

MINUTE_MS = 60_000
CIRCUMSTANCES = 9
"""How many fields, from `platform` on, tell how it was played. Account data and the live feed have none of them."""

_ORDER = struct.Struct(">I16sQ8s")
LIKENESS = slice(4, 20)
"""Where an order key holds what makes an identity but the occurrence: equal for plays that are numbered together."""
FINGERPRINT = slice(28, 36)
"""Where it holds 8 bytes over the whole content."""


class Play(msgspec.Struct, array_like=True, gc=False):
    """A row that is a play. Fields mean what `PlayColumns` says; `order` is made by `order_key`
    and `source` is what told of it.

    Not tracked by the garbage collector: it holds only strings and numbers, and there are many.
    """

    order: bytes
    source: Source
    row: int
    played_at: int
    ms_played: int
    kind: Kind
    artist: str | None
    title: str | None
    album: str | None
    spotify_id: str | None
    platform: str | None
    country: str | None
    reason_start: str | None
    reason_end: str | None
    shuffle: bool | None
    skipped: bool | None
    offline: bool | None
    offline_at: int | None
    private: bool | None


def order_key(minute: int, likeness: bytes, played_at: int, fingerprint: bytes) -> bytes:
    """36 bytes that sort plays by minute, then put like ones side by side, ordered by moment, then content."""
    return _ORDER.pack(minute, likeness, played_at, fingerprint)

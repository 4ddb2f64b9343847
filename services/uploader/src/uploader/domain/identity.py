"""The identity of a play: what makes it the same play in every file that tells of it (product.md)."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from uploader.domain.play import LIKENESS, Play

_encode = msgspec.msgpack.Encoder().encode


def likeness(minute: int, ms_played: int, artist: str | None, title: str | None, spotify_id: str | None) -> bytes:
    """16 bytes over all that makes an identity but the occurrence. Where there is no title, the id stands for it."""
    parts = (minute, ms_played, artist, title, None if title is not None else spotify_id)
    return hashlib.blake2b(_encode(parts), digest_size=16).digest()


def fingerprint(content: tuple[Any, ...]) -> bytes:
    """8 bytes over the whole content of a row, to order like rows independently of where they stand."""
    return hashlib.blake2b(_encode(content), digest_size=8).digest()


def number(plays: Iterable[Play]) -> Iterator[tuple[str, Play]]:
    """Each play with its identity (32 hex digits). `plays` are of one file, sorted by `order`.

    Like plays are numbered in that order, by moment and then by content: the occurrence.
    """
    last, occurrence = b"", 0
    for play in plays:
        like = play.order[LIKENESS]
        if like != last:
            last, occurrence = like, 0
            yield like.hex(), play  # the first of its like is known by the likeness itself: most are hashed once
        else:
            occurrence += 1
            yield hashlib.blake2b(b"%b%d" % (like, occurrence), digest_size=16).hexdigest(), play

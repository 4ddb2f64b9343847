"""The identity of a play: what makes it the same play in every file that tells of it (product.md)."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import Any

import msgspec

from uploader.domain.play import LIKENESS, Play

_encode = msgspec.msgpack.Encoder().encode

Columns = Sequence[Sequence[Any]]


def likenesses(
    minutes: Sequence[int],
    ms_played: Sequence[int],
    artists: Sequence[str | None],
    titles: Sequence[str | None],
    addresses: Sequence[str | None],
) -> list[bytes]:
    """Of each play 16 bytes over all that makes its identity but the occurrence.

    Columns of equal length. Where there is no title, the id (`addresses`) stands for it.
    """
    stands = [None if title is not None else address for title, address in zip(titles, addresses, strict=True)]
    parts = zip(minutes, ms_played, artists, titles, stands, strict=True)
    return [blake2b(_encode(part), digest_size=16).digest() for part in parts]


def fingerprints(content: Columns) -> list[bytes]:
    """Of each play 8 bytes over its whole content, to order like plays independently of where they stand.

    `content` are the fields of plays from `ms_played` on, each as a column.
    """
    return [blake2b(_encode(play), digest_size=8).digest() for play in zip(*content, strict=True)]


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
            yield blake2b(b"%b%d" % (like, occurrence), digest_size=16).hexdigest(), play

"""The plays of one file in order, in bounded memory: sorted runs on disk, merged."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import IO

import msgspec

from uploader.domain.play import Play

HELD_PLAYS = 32_768
"""Plays held in memory. Spotify's own files have at most 20,000 rows and are never put on disk."""

_LENGTH = 4
_by_order = attrgetter("order")
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Play).decode


class PlaySorter:
    """Takes the plays of one file and gives them back sorted by `order`."""

    def __init__(self, held: int = HELD_PLAYS) -> None:
        self._limit = held
        self._held: list[Play] = []
        self._runs: list[IO[bytes]] = []

    def add(self, plays: Iterable[Play]) -> None:
        """Takes more plays; what exceeds the memory goes to an unnamed temporary file as a sorted run."""
        self._held.extend(plays)
        while len(self._held) > self._limit:
            self._spill(self._held[: self._limit])
            del self._held[: self._limit]

    def __iter__(self) -> Iterator[Play]:
        self._held.sort(key=_by_order)
        if not self._runs:
            return iter(self._held)
        return heapq.merge(*map(_read_run, self._runs), self._held, key=_by_order)

    def close(self) -> None:
        """Forgets the plays and gives the disk back."""
        for run in self._runs:
            run.close()
        self._held = []

    def _spill(self, plays: list[Play]) -> None:
        plays.sort(key=_by_order)
        run = tempfile.TemporaryFile()  # noqa: SIM115 - lives until close()
        self._runs.append(run)
        for play in plays:
            body = _encode(play)
            run.write(len(body).to_bytes(_LENGTH, "big"))
            run.write(body)


def _read_run(run: IO[bytes]) -> Iterator[Play]:
    run.seek(0)
    while length := run.read(_LENGTH):
        yield _decode(run.read(int.from_bytes(length, "big")))

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
MOST_RUNS = 64
"""Runs on disk at the same time, for each is an open file; more are merged into one."""

_LENGTH = 4
_by_order = attrgetter("order")
_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Play).decode


class PlaySorter:
    """Takes the plays of one file and gives them back sorted by `order`."""

    def __init__(self, held: int = HELD_PLAYS, most_runs: int = MOST_RUNS) -> None:
        self._limit = held
        self._most_runs = most_runs
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
        return heapq.merge(self._merged(), self._held, key=_by_order)

    def close(self) -> None:
        """Forgets the plays and gives the disk back."""
        self._close_runs()
        self._held = []

    def _spill(self, plays: list[Play]) -> None:
        plays.sort(key=_by_order)
        self._runs.append(_written(plays))
        if len(self._runs) >= self._most_runs:
            merged = _written(self._merged())
            self._close_runs()
            self._runs = [merged]

    def _merged(self) -> Iterator[Play]:
        return heapq.merge(*map(_read_run, self._runs), key=_by_order)

    def _close_runs(self) -> None:
        for run in self._runs:
            run.close()


def _written(plays: Iterable[Play]) -> IO[bytes]:
    run = tempfile.TemporaryFile()  # noqa: SIM115 - lives until its sorter closes it
    for play in plays:
        body = _encode(play)
        run.write(len(body).to_bytes(_LENGTH, "big"))
        run.write(body)
    return run


def _read_run(run: IO[bytes]) -> Iterator[Play]:
    run.seek(0)
    while length := run.read(_LENGTH):
        yield _decode(run.read(int.from_bytes(length, "big")))

"""Records of many people at once through the handler of live totals, in this process: nothing else is measured."""

import json
import time
from collections.abc import AsyncIterator, Iterator
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any

from aggregator.domain.live.live import Uploads
from aggregator.domain.live.live_counts import LiveCounts
from aggregator.handlers.add_plays import AddPlays, Place
from contracts.codec import decode, encode, schema_header
from contracts.messages.plays import PlaysRead
from contracts.messages.uploads import LiveTotalsChanged
from tests.bench.figures.figure import Figure
from tests.bench.figures.hot_path import hot_path
from uploader.domain.account import FileTally
from uploader.domain.archive import Bounds, entries
from uploader.domain.contents import look_at
from uploader.domain.reading import Readers, Room, read_file

ROUNDS = 5


async def measure(archives: list[Path]) -> Figure:
    """The figure for one upload of each of these extended exports, all at the same time, each by somebody else."""
    uploads = [list(_records(path, number)) for number, path in enumerate(archives)]
    records = [record for record in chain(*zip_longest(*uploads)) if record is not None]
    wires = [(encode(record), [schema_header(record)]) for record in records]
    handled = [await _seconds(records) for _ in range(ROUNDS)]
    decoded = [await _seconds(decode(value, headers) for value, headers in wires) for _ in range(ROUNDS)]
    return hot_path(len(archives), sum(len(record.plays.row) for record in records), handled, decoded)


async def _seconds(records: Any) -> float:
    table, feed = _Table(), _Feed()
    add = AddPlays(feed, _NoLog(), LiveCounts())
    began = time.perf_counter()
    for offset, record in enumerate(records):
        await add(record, Place(0, offset), table)
    seconds = time.perf_counter() - began
    assert all(totals.top_track for totals in feed.totals.values())
    return seconds


def _records(archive: Path, number: int) -> Iterator[PlaysRead]:
    """The records of one upload, as the uploader makes them."""
    person_id, seq = f"{number:032x}", 0
    with archive.open("rb") as spool:
        files = look_at(entries(spool, archive.name, Bounds()))
        tallies = [FileTally(file.entry.name, file.format) for file in files]
        readers = Readers(time.time_ns() // 1_000_000)
        for file, tally in zip(files, tallies, strict=True):
            if file.format == "ignored":
                continue
            for step in read_file(file, tally, readers, Room.left(Bounds(), tallies)):
                if step.record is not None:
                    source, plays = step.record
                    yield PlaysRead(
                        upload_id=person_id, person_id=person_id, seq=seq, file=file.entry.number, source=source,
                        plays=plays,
                    )  # fmt: skip
                    seq += 1


class _Table(dict[str, Uploads]):
    """As Faust's: each value is written as JSON for the changelog."""

    def __setitem__(self, person_id: str, uploads: Uploads) -> None:
        json.dumps(uploads)
        super().__setitem__(person_id, uploads)


class _Feed:
    """Keeps the newest totals, as the feed does until its next turn."""

    def __init__(self) -> None:
        self.totals: dict[str, LiveTotalsChanged] = {}

    def changed(self, totals: LiveTotalsChanged) -> None:
        self.totals[totals.upload_id] = totals

    async def flush(self) -> None:
        pass


class _NoLog:
    """Nothing is read back: nobody crashed."""

    def between(self, partition: int, first: int, end: int, person_id: str) -> AsyncIterator[PlaysRead]:
        raise AssertionError(f"read back: {partition}, {first} to {end}, {person_id}")

"""What one task of the rebuild does with its people."""

import asyncio
from collections.abc import Iterator
from functools import partial

import pyarrow as pa

from aggregator.domain import segment
from aggregator.domain.durable import year_table
from aggregator.jobs.outcomes import Counts, Outcome, PersonErased, PersonStored, as_rows
from aggregator.jobs.ports import PlayStore, PlayStores, Turn
from chassis.retry import retry


class RebuildTask:
    """Rows with a `person_id` become rows of outcomes. Faults of the world are retried until they are over."""

    def __init__(self, stores: PlayStores) -> None:
        self._stores = stores

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Rebuild one person after the other."""
        with asyncio.Runner() as runner:
            for batch in batches:
                yield as_rows(runner.run(self._rebuild(batch.column("person_id").to_pylist())))

    async def _rebuild(self, people: list[str]) -> list[Outcome]:
        async with self._stores.open() as store:
            rebuild = RebuildPerson(store)
            return [await retry(partial(rebuild, person_id)) for person_id in people]


class RebuildPerson:
    """Cuts the segments of one person anew from the plays, under the person's lock: the stream may go on beside it.

    Running it twice is safe: a segment of the same plays is not written, and without a write the revision stays.
    """

    def __init__(self, store: PlayStore) -> None:
        self._store = store

    async def __call__(self, person_id: str) -> PersonStored | PersonErased:
        """Raises Retryable; then nothing is changed."""
        async with self._store.turn(person_id) as turn:
            if turn is None:
                return PersonErased(person_id, 0)
            written = [await _rebuild_year(turn, year) for year in await turn.years()]
            if any(written):
                await turn.raise_revision()
            revision = turn.revision
        return PersonStored(person_id, revision, Counts(segments=sum(written)), (), {})


async def _rebuild_year(turn: Turn, year: int) -> bool:
    """Whether the segment had to be written."""
    stored, served = (await turn.plays([year])).get(year), await turn.segment(year)
    if stored is None:
        await turn.put_segment(year, 0, b"")
        return True
    cut = year_table.segment_table(year_table.decode(stored))
    if served is not None and _holds(served, cut):
        return False
    await turn.put_segment(year, cut.num_rows, segment.encode(cut))
    return True


def _holds(body: bytes, plays: pa.Table) -> bool:
    """Whether a segment is of these plays. Its bytes may differ all the same: what pads a column is left to chance."""
    try:
        return bool(segment.decode(body).equals(plays))
    except segment.UnreadableSegment:
        return False

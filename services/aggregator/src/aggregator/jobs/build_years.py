"""Build the segments that are behind: the one path by which the stream, its sweep and the batch job write history."""

import asyncio
import logging
from collections.abc import Collection, Mapping
from functools import partial

from pyspark.sql import SparkSession

from aggregator.domain.stored import BroughtByFile, ClosedUpload, PersonYear, Segment, segments_of
from aggregator.jobs.ports import Announcements, PlayStore, Tables, Turn
from aggregator.jobs.steps import SEGMENTS, Steps
from chassis import context
from chassis.retry import retry

_LOG = logging.getLogger(__name__)

PLAYS_AT_ONCE = 200_000
"""So many plays are read back at once: a whole import of most people, and what a heap of one GiB bears."""


class BuildYears:
    """Consumes the marks of dirty years; emits `history-changed.v1` and `upload-stored.v1`.

    Running it twice is safe: segments are absolute values of the stored plays, made while nobody else writes these
    histories; a second run finds no mark and writes nothing, and says again what is stored.
    """

    def __init__(self, spark: SparkSession, tables: Tables, store: PlayStore, announcements: Announcements) -> None:
        self._spark = spark
        self._tables = tables
        self._store = store
        self._announcements = announcements
        self._one_at_a_time = asyncio.Lock()  # two jobs side by side would only slow each other on one machine

    async def __call__(
        self,
        people: Collection[str],
        uploads: Mapping[str, str],
        correlations: Mapping[str, tuple[str, str]],
        steps: Steps,
    ) -> None:
        """Build what is behind of `people` and close `uploads` (with their person), then say so.

        `correlations` holds correlation id and trace parent of uploads. Raises Retryable.
        """
        async with self._one_at_a_time, self._store.turn(people) as turn:
            groups = await _groups(turn)
            with steps.step("segments"):
                segments, counts = await asyncio.gather(self._build(groups), _counts(turn, uploads))
            with steps.step("write"):
                revisions = await turn.put_segments(segments)
                closed = [await turn.close(upload, uploads[upload], files) for upload, files in counts.items()]
        SEGMENTS.inc(len(segments))
        with steps.step("announce"):
            await self._announce(revisions, closed, correlations)

    async def _build(self, groups: list[list[PersonYear]]) -> list[Segment]:
        segments: list[Segment] = []
        for years in groups:
            plays = await asyncio.to_thread(self._tables.read, self._spark, years)
            segments += await asyncio.to_thread(segments_of, plays, years)
        return segments

    async def _announce(
        self,
        revisions: Mapping[str, int],
        closed: Collection[ClosedUpload],
        correlations: Mapping[str, tuple[str, str]],
    ) -> None:
        for person_id, revision in revisions.items():
            if revision:
                await retry(partial(self._announcements.history_changed, person_id, revision))
        for upload in closed:
            with context.working_on(*correlations.get(upload.upload_id, ("", ""))):
                await retry(partial(self._announcements.upload_stored, upload))
                _LOG.info("upload stored", extra={"upload_id": upload.upload_id, "revision": upload.revision})


async def _groups(turn: Turn) -> list[list[PersonYear]]:
    """The dirty years in groups that fit the driver's heap; a year too large for it stands alone."""
    groups: list[list[PersonYear]] = []
    room = 0
    for year in await turn.dirty_years():
        plays = await turn.plays_of(year)
        if not groups or plays > room:
            groups.append([])
            room = PLAYS_AT_ONCE
        groups[-1].append(year)
        room -= plays
    return groups


async def _counts(turn: Turn, uploads: Mapping[str, str]) -> dict[str, tuple[BroughtByFile, ...]]:
    return {upload: await turn.count(upload, person_id) for upload, person_id in uploads.items()}

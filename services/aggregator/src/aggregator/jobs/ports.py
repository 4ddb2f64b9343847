"""What the jobs need of the world."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from aggregator.domain.stored import BroughtByFile, ClosedUpload, PersonYear, SeenMarker, SeenRecord, Segment


class Tables(Protocol):
    """Rows in bulk, through Spark. Called in a thread; raises Retryable."""

    def stage(self, plays: DataFrame, token: bytes) -> None:
        """Keep the plays (jobs/plays.py) under `token` until they are merged."""

    def read(self, spark: SparkSession, years: Sequence[PersonYear]) -> pa.Table:
        """All stored plays of these years, with `person_id`, `year` and `identity`."""


class Turn(Protocol):
    """One writer's turn at some histories; nobody else writes them until it ends. Raises Retryable."""

    async def dirty_years(self) -> list[PersonYear]:
        """The years whose segments are behind the plays, in order."""

    async def plays_of(self, year: PersonYear) -> int:
        """How many plays are stored of the year."""

    async def put_segments(self, segments: Sequence[Segment]) -> dict[str, int]:
        """Store absolute segments, clear their marks, count up their people's revisions. The revisions of the turn."""

    async def count(self, upload_id: str, person_id: str) -> tuple[BroughtByFile, ...]:
        """What each file of the upload brought, counted from the plays."""

    async def close(self, upload_id: str, person_id: str, files: tuple[BroughtByFile, ...]) -> ClosedUpload:
        """Keep the account of an upload; one closed before keeps what it had."""


class PlayStore(Protocol):
    """Plays, segments and the account of uploads. Raises Retryable."""

    async def staged_records(self, token: bytes) -> list[SeenRecord]:
        """The records that the staged plays came in."""

    async def merge(
        self, token: bytes, plays: int, records: Sequence[SeenRecord], markers: Sequence[SeenMarker]
    ) -> None:
        """Fold the staged plays in, mark the years that change, note records and end markers: all or nothing.

        Raises Retryable where the staged plays are no longer as many as `plays`.
        """

    async def clear_stage(self) -> None:
        """Forget what is staged."""

    async def complete(self, uploads: Collection[str]) -> dict[str, str]:
        """Those of `uploads` that are durable as a whole, with their person."""

    async def waiting(self, marked_before: int, limit: int) -> list[str]:
        """People with years that have been behind for long."""

    async def everybody(self) -> list[str]:
        """Everybody with a history."""

    async def mark_all_years(self, person_id: str) -> None:
        """Say that every segment of the person is behind."""

    def turn(self, people: Collection[str]) -> AbstractAsyncContextManager[Turn]:
        """The turn of one writer at these histories."""


class Announcements(Protocol):
    """Where it is told what has become durable. Raises Retryable."""

    async def history_changed(self, person_id: str, revision: int) -> None:
        """The history has this revision, and it is served."""

    async def upload_stored(self, upload: ClosedUpload) -> None:
        """The upload is durable as a whole and counted."""

    async def unreadable(self, record: Any, reason: str) -> None:
        """The record keeps to no contract: into the dead-letter queue with it, with its origin and the reason."""

"""Plays, segments, revisions and the account of uploads in MariaDB."""

import json
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager

from aggregator.adapters import play_statements as sql
from aggregator.domain.stored import BroughtByFile, ClosedUpload, PersonYear, SeenMarker, SeenRecord, Segment
from chassis.clock import Clock
from chassis.database import Connection, Database
from chassis.errors import Retryable


class MariaDbPlayStore:
    """Implements the port `PlayStore`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def staged_records(self, token: bytes) -> list[SeenRecord]:
        """The records that the staged plays came in."""
        rows = await self._database.fetch_all(sql.STAGED_RECORDS, (token,))
        return [SeenRecord(person_id, upload_id, seq) for person_id, upload_id, seq in rows]

    async def merge(
        self, token: bytes, plays: int, records: Sequence[SeenRecord], markers: Sequence[SeenMarker]
    ) -> None:
        """In one transaction: mark the years that change, fold the staged plays in, note records and end markers.

        Raises Retryable where the staged rows are no longer what they were: somebody else emptied the table.
        """
        people = {seen.person_id for seen in records} | {seen.person_id for seen in markers}
        await self._add_people(people)
        async with self._database.transaction() as connection:
            await _lock(connection, people)
            if await _number(connection, sql.STAGED, token) != plays:
                raise Retryable("the staged plays are gone")
            years = await connection.fetch_all(sql.CHANGED_YEARS, (token,))
            if years:
                await connection.execute_many(sql.MARK_YEAR, [(*year, self._clock()) for year in years])
                await connection.execute(sql.MERGE, (token,))
            await connection.execute_many(sql.NOTE_RECORD, [(seen.upload_id, seen.seq) for seen in records])
            await connection.execute_many(
                sql.NOTE_MARKER, [(seen.upload_id, seen.person_id, seen.records) for seen in markers]
            )

    async def clear_stage(self) -> None:
        """Forget what is staged. Waits for a transaction that reads it."""
        await self._database.execute("TRUNCATE TABLE stage_plays")

    async def complete(self, uploads: Collection[str]) -> dict[str, str]:
        """Those of `uploads` whose end marker and every record are durable, with their person."""
        if not uploads:
            return {}
        return dict(await self._database.fetch_all(sql.complete(len(uploads)), tuple(uploads)))

    async def waiting(self, marked_before: int, limit: int) -> list[str]:
        """Up to `limit` people with years that have been behind since before the moment `marked_before`."""
        rows = await self._database.fetch_all(sql.WAITING, (marked_before, limit))
        return [person_id for (person_id,) in rows]

    async def everybody(self) -> list[str]:
        """Everybody with a history."""
        return [person_id for (person_id,) in await self._database.fetch_all(sql.EVERYBODY)]

    async def mark_all_years(self, person_id: str) -> None:
        """Say that every segment of the person is behind, also of years that have no plays any more."""
        await self._database.execute(sql.MARK_ALL_YEARS, (person_id, self._clock(), person_id, person_id))

    @asynccontextmanager
    async def turn(self, people: Collection[str]) -> AsyncIterator["MariaDbTurn"]:
        """The turn of one writer at the histories of `people`, in one transaction."""
        await self._add_people(people)
        async with self._database.transaction() as connection:
            revisions = await _lock(connection, people)
            yield MariaDbTurn(connection, revisions)

    async def _add_people(self, people: Collection[str]) -> None:
        """Outside of the transaction: an insert that finds its row would lock it shared, and two of those deadlock."""
        for person_id in sorted(people):
            await self._database.execute(sql.ADD_PERSON, (person_id,))


class MariaDbTurn:
    """Implements the port `Turn`: nobody else writes these histories until it ends."""

    def __init__(self, connection: Connection, revisions: dict[str, int]) -> None:
        self._connection = connection
        self._revisions = revisions

    async def dirty_years(self) -> list[PersonYear]:
        """The years whose segments are behind the plays, in order."""
        people = sorted(self._revisions)
        rows = await self._connection.fetch_all(sql.dirty_years(len(people)), people)
        return [(person_id, year) for person_id, year in rows]

    async def plays_of(self, year: PersonYear) -> int:
        """How many plays are stored of the year."""
        person_id, number = year
        row = await self._connection.fetch_one(
            sql.PLAYS_OF_YEAR, (person_id, f"{number:04}-01-01", f"{number + 1:04}-01-01")
        )
        return int(row[0]) if row else 0

    async def put_segments(self, segments: Sequence[Segment]) -> dict[str, int]:
        """Store these as they are, clear their years' marks, and count up their people's revisions. All revisions."""
        for segment in segments:
            await self._put(segment)
        for person_id in sorted({segment.person_id for segment in segments}):
            await self._connection.execute(sql.NEXT_REVISION, (person_id,))
            self._revisions[person_id] += 1
        return dict(self._revisions)

    async def count(self, upload_id: str, person_id: str) -> tuple[BroughtByFile, ...]:
        """What each file of the upload brought first and bettered, counted from the plays."""
        rows = await self._connection.fetch_all(sql.COUNT, (upload_id, upload_id, person_id, upload_id, upload_id))
        imported: dict[int, int] = {}
        improved: dict[int, int] = {}
        for first_file, improved_file, plays in rows:
            if first_file is not None:
                imported[first_file] = imported.get(first_file, 0) + plays
            if improved_file is not None:
                improved[improved_file] = improved.get(improved_file, 0) + plays
        files = sorted(imported.keys() | improved.keys())
        return tuple(BroughtByFile(file, imported.get(file, 0), improved.get(file, 0)) for file in files)

    async def close(self, upload_id: str, person_id: str, files: tuple[BroughtByFile, ...]) -> ClosedUpload:
        """Keep the account with the revision that holds it. An upload closed before keeps what it had."""
        counts = json.dumps([[brought.file, brought.imported, brought.improved] for brought in files])
        await self._connection.execute(sql.CLOSE, (self._revisions[person_id], counts, upload_id))
        row = await self._connection.fetch_one(sql.CLOSED, (upload_id,))
        if row is None:
            raise LookupError(f"{upload_id} has no end marker")
        revision, kept = row
        return ClosedUpload(upload_id, person_id, revision, tuple(BroughtByFile(*each) for each in json.loads(kept)))

    async def _put(self, segment: Segment) -> None:
        key = (segment.person_id, segment.year)
        if segment.plays:
            await self._connection.execute(sql.PUT_SEGMENT, (*key, segment.plays, segment.body))
        else:
            await self._connection.execute(sql.DELETE_SEGMENT, key)
        await self._connection.execute(sql.CLEAR_YEAR, key)


async def _lock(connection: Connection, people: Collection[str]) -> dict[str, int]:
    """The revisions of `people`, their rows locked in order of their ids."""
    if not people:
        return {}
    rows = await connection.fetch_all(sql.lock(len(people)), sorted(people))
    return dict(rows)


async def _number(connection: Connection, statement: str, *args: object) -> int:
    row = await connection.fetch_one(statement, args)
    return int(row[0]) if row else 0

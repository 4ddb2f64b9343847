"""Plays by year, segments, revisions and the account of uploads in MariaDB."""

import json
from base64 import b64encode
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aggregator.adapters import play_statements as sql
from aggregator.domain.durable.stored import BroughtByFile, ClosedUpload, NotedRecord
from aggregator.jobs.ports import CompleteUpload
from chassis.database import Connection, Database
from chassis.errors import Retryable
from chassis.settings import MariaDbSettings

USER = "aggregator"


@dataclass(frozen=True)
class MariaDbPlayStores:
    """Implements the port `PlayStores`: travels to whichever process works, and opens a connection there."""

    settings: MariaDbSettings

    @asynccontextmanager
    async def open(self) -> AsyncIterator["MariaDbPlayStore"]:
        """A store for one process and event loop."""
        database = Database(self.settings, user=USER, schema=USER, size=1)
        try:
            yield MariaDbPlayStore(database)
        finally:
            await database.close()


class MariaDbPlayStore:
    """Implements the port `PlayStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def everybody(self) -> list[str]:
        """Everybody with a history."""
        return [person_id for (person_id,) in await self._database.fetch_all(sql.EVERYBODY)]

    @asynccontextmanager
    async def turn(self, person_id: str) -> AsyncIterator["MariaDbTurn | None"]:
        """The turn of one writer at the history of a person, in one transaction; None of who was erased.

        The row is made outside of it: an insert that finds its row would lock it shared, and two of those deadlock.
        Nothing is read before the lock, for the first reading fixes what the transaction sees.
        """
        await self._database.execute(sql.ADD_PERSON, (person_id, person_id))
        async with self._database.transaction() as connection:
            row = await connection.fetch_one(sql.LOCK, (person_id,))
            if row is not None:
                yield MariaDbTurn(connection, person_id, int(row[0]))
            elif await connection.fetch_one(sql.ERASED, (person_id,)):
                yield None
            else:
                raise Retryable(f"the row of {person_id} is gone")


class MariaDbTurn:
    """Implements the port `Turn`: nobody else writes this history until it ends."""

    def __init__(self, connection: Connection, person_id: str, revision: int) -> None:
        self._connection = connection
        self._person_id = person_id
        self.revision = revision

    async def noted(self, upload_id: str, first: int, last: int) -> set[int]:
        """Which records of the upload from number `first` to `last` are durable."""
        rows = await self._connection.fetch_all(sql.NOTED, (self._person_id, upload_id, first, last))
        return {seq for (seq,) in rows}

    async def years(self) -> list[int]:
        """The years of which there are plays or a segment, in order."""
        rows = await self._connection.fetch_all(sql.YEARS, (self._person_id, self._person_id))
        return sorted(year for (year,) in rows)

    async def plays(self, years: Collection[int]) -> dict[int, bytes]:
        """The stored plays of these years (year_table.py); years without plays are left out."""
        if not years:
            return {}
        return dict(await self._connection.fetch_all(sql.plays_of(len(years)), (self._person_id, *years)))

    async def segment(self, year: int) -> bytes | None:
        """The segment of a year."""
        row = await self._connection.fetch_one(sql.SEGMENT, (self._person_id, year))
        return row[0] if row else None

    async def put_plays(self, year: int, plays: int, body: bytes) -> None:
        """Keep so many plays as those of the year."""
        await self._connection.execute(sql.PUT_PLAYS, (self._person_id, year, plays, b64encode(body).decode()))

    async def put_segment(self, year: int, plays: int, body: bytes) -> None:
        """Keep the segment of a year; without plays it has none."""
        if plays:
            await self._connection.execute(sql.PUT_SEGMENT, (self._person_id, year, plays, b64encode(body).decode()))
        else:
            await self._connection.execute(sql.DELETE_SEGMENT, (self._person_id, year))

    async def raise_revision(self) -> None:
        """What is served from now on is another history."""
        self.revision += 1
        await self._connection.execute(sql.SET_REVISION, (self.revision, self._person_id))

    async def note_records(self, records: Sequence[NotedRecord]) -> None:
        """These records are durable, and were not before."""
        rows = [(self._person_id, record.upload_id, record.seq, record.newest) for record in records]
        await self._connection.execute_many(sql.NOTE_RECORD, rows)

    async def note_marker(self, upload_id: str, records: int) -> None:
        """The upload has so many records. What was said first is kept."""
        await self._connection.execute(sql.NOTE_MARKER, (self._person_id, upload_id, records))

    async def complete(self, upload_id: str) -> CompleteUpload | ClosedUpload | None:
        """The upload where its end marker and every record are durable, with its account where it has one."""
        row = await self._connection.fetch_one(sql.UPLOAD, (self._person_id, upload_id))
        if row is None:
            return None
        records, revision, files, replaced = row
        if files is not None:
            brought = tuple(BroughtByFile(*each) for each in json.loads(files))
            return ClosedUpload(upload_id, self._person_id, revision, brought, replaced)
        found = await self._connection.fetch_all(sql.DURABLE, (self._person_id, upload_id, records))
        (durable, newest), *_ = found
        return CompleteUpload(upload_id, newest) if durable == records else None

    async def close(self, upload: ClosedUpload) -> None:
        """Keep the account of an upload."""
        files = json.dumps([[each.file, each.imported, each.improved, each.doubles] for each in upload.files])
        key = (self._person_id, upload.upload_id)
        await self._connection.execute(sql.CLOSE, (upload.revision, files, upload.replaced_estimates, *key))

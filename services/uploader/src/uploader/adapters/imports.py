"""Imports in MariaDB: `serving.imports`, `serving.import_files`, `serving.rejections`."""

from collections.abc import Sequence

import msgspec

from chassis.database import Connection, Database, Row
from contracts.messages.uploads import FileAccount, Live, Rows
from uploader.domain.chunk_range import ChunkRange
from uploader.domain.imports import Import

_COLUMNS = """
    upload_id, person_id, state, error, filename, created_at, finished_at, bytes, chunk_partition, first_offset,
    last_offset, chunks, records, read_at, sent, reasons, live_ms, live_streams, newest_at,
    replaced_estimates
"""
_FIND = f"SELECT {_COLUMNS} FROM serving.imports WHERE upload_id = %s"  # noqa: S608  # constant columns
_FIND_FILES = """
    SELECT name, format, error, rows_read, rows_imported, rows_duplicate, rows_rejected, rows_improved, rows_doubles
    FROM serving.import_files WHERE upload_id = %s ORDER BY file
"""
_BEGIN = """
    INSERT INTO serving.imports (upload_id, person_id, state, filename, created_at, bytes, chunk_partition,
                                 first_offset, last_offset, chunks, reasons)
    SELECT %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, '{}'
    FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM erased_people WHERE person_id = %s)
    ON DUPLICATE KEY UPDATE upload_id = VALUES(upload_id)
"""
_STATE = "SELECT state FROM serving.imports WHERE upload_id = %s"
_LOCK = f"{_STATE} FOR UPDATE"
_ADVANCE = """
    UPDATE serving.imports
    SET state = %s, error = %s, finished_at = %s, records = %s, read_at = %s, sent = %s, reasons = %s,
        live_ms = %s, live_streams = %s, newest_at = %s,
        rows_read = %s, rows_imported = %s, rows_duplicate = %s, rows_rejected = %s, rows_improved = %s,
        rows_doubles = %s, replaced_estimates = %s
    WHERE upload_id = %s
"""
_KEEP_FILE = """
    REPLACE INTO serving.import_files (upload_id, file, name, format, error, rows_read, rows_imported, rows_duplicate,
                                       rows_rejected, rows_improved, rows_doubles)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_REJECT = "INSERT IGNORE INTO serving.rejections (upload_id, file, `row`, reason) VALUES (%s, %s, %s, %s)"
_WAITING_IN_VAIN = f"""
    SELECT {_COLUMNS} FROM serving.imports AS waiting
    WHERE state = 'aggregating' AND read_at <= %s AND NOT EXISTS (
        SELECT 1 FROM serving.imports AS ended
        WHERE ended.state = 'done' AND ended.finished_at > %s AND ended.read_at < waiting.read_at
    )
    ORDER BY read_at LIMIT 1
"""  # noqa: S608  # constant columns
_SENDING_AGAIN = """
    UPDATE serving.imports SET read_at = %s, sent = sent + 1
    WHERE upload_id = %s AND state = 'aggregating' AND sent = %s
"""


class MariaDbImports:
    """Implements Imports."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, upload_id: str) -> Import | None:
        """The import as it was kept last."""
        return await self._found(_FIND, (upload_id,))

    async def begin(self, found: Import) -> bool:
        """Keep a new import; one that is there already stays as it is. False where its person was erased."""
        place = msgspec.structs.astuple(found.place)
        what = (found.upload_id, found.person_id, found.state, found.filename, found.created_at, found.bytes)
        await self._database.execute(_BEGIN, (*what, *place, found.person_id))
        return await self._database.fetch_one(_STATE, (found.upload_id,)) is not None

    async def advance(self, found: Import, *, since: str) -> bool:
        """Keep the new state if it still is in the state `since`; False where another was faster."""
        async with self._database.transaction() as connection:
            if await connection.fetch_one(_LOCK, (found.upload_id,)) != (since,):
                return False
            reasons = msgspec.json.encode(found.reasons).decode()
            live = (found.live.ms_played, found.live.streams, found.newest_at)
            sums = (*live, *_counts(found.rows), found.replaced_estimates)
            state = (found.state, found.error, found.finished_at, found.records, found.read_at, found.sent)
            await connection.execute(_ADVANCE, (*state, reasons, *sums, found.upload_id))
            await self._keep_files(connection, found)
        return True

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        """Keep rejected rows of an import that is kept, with their reasons; the same row again changes nothing."""
        async with self._database.transaction() as connection:
            if await connection.fetch_one(_LOCK, (upload_id,)) is None:
                return
            await connection.execute_many(_REJECT, [(upload_id, file, row, reason) for row, reason in rows])

    async def waiting_in_vain(self, before: int) -> Import | None:
        """The longest aggregating import whose plays were sent before then without any progress since."""
        return await self._found(_WAITING_IN_VAIN, (before, before))

    async def sending_again(self, found: Import, now: int) -> bool:
        """Note that its plays are sent once more; False where another has begun to."""
        return await self._database.execute(_SENDING_AGAIN, (now, found.upload_id, found.sent)) == 1

    async def _found(self, sql: str, args: Sequence[object]) -> Import | None:
        async with self._database.transaction() as connection:
            row = await connection.fetch_one(sql, args)
            files = await connection.fetch_all(_FIND_FILES, (row[0],)) if row else []
        return None if row is None else _import(row, files)

    @staticmethod
    async def _keep_files(connection: Connection, found: Import) -> None:
        rows = [
            (found.upload_id, number, file.name, file.format, file.error, *_counts(file.rows))
            for number, file in enumerate(found.files)
        ]
        await connection.execute_many(_KEEP_FILE, rows)


def _counts(rows: Rows) -> tuple[int, ...]:
    return (rows.read, rows.imported, rows.duplicate, rows.rejected, rows.improved, rows.doubles)


def _import(row: Row, files: Sequence[Row]) -> Import:
    upload_id, person_id, state, error, filename, created_at, finished_at, size, *place = row[:12]
    records, read_at, sent, reasons, live_ms, live_streams, newest_at, replaced = row[12:]
    return Import(
        upload_id=upload_id,
        person_id=person_id,
        state=state,
        error=error,
        filename=filename,
        created_at=created_at,
        finished_at=finished_at,
        bytes=size,
        place=ChunkRange(**dict(zip(ChunkRange.__struct_fields__, place, strict=True))),
        records=records,
        read_at=read_at,
        sent=sent,
        reasons=msgspec.json.decode(reasons, type=dict[str, int]),
        files=tuple(_file(file) for file in files),
        live=Live(ms_played=live_ms, streams=live_streams),
        newest_at=newest_at,
        replaced_estimates=replaced,
    )


def _file(row: Row) -> FileAccount:
    name, file_format, error, read, imported, duplicate, rejected, improved, doubles = row
    rows = Rows(
        read=read, imported=imported, duplicate=duplicate, rejected=rejected, improved=improved, doubles=doubles
    )
    return FileAccount(name=name, format=file_format, rows=rows, error=error)

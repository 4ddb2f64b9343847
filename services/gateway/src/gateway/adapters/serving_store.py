"""The serving store in MariaDB. The gateway may only read it."""

from collections.abc import Collection, Mapping, Sequence

from chassis.clock import Clock
from chassis.database import Database
from contracts.messages.uploads import ImportChanged
from gateway.adapters.queries import in_time, marks
from gateway.adapters.rows import FILE_COLUMNS, IMPORT_COLUMNS, MEDIA_COLUMNS, import_of, media_of
from gateway.domain.media import Media
from gateway.domain.upload_view import Rejection
from gateway.ports import PlacedRejection, StoredAnswer


class MariaDbServingStore:
    """Implements ports.ServingStore."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def revisions(self, person_ids: Collection[str]) -> Mapping[str, int]:
        """The revisions of people's histories; who has none is left out."""
        sql = f"SELECT person_id, revision FROM people_revisions WHERE person_id IN ({marks(person_ids)})"  # noqa: S608  # marks only
        async with in_time():
            rows = await self._database.fetch_all(sql, tuple(person_ids))
        return {str(person_id): int(revision) for person_id, revision in rows}

    async def answers(self, question_keys: Collection[str]) -> Mapping[str, StoredAnswer]:
        """The stored answers among these that have not expired."""
        sql = (
            "SELECT question_key, revision, body FROM answers "  # noqa: S608  # marks only
            f"WHERE question_key IN ({marks(question_keys)}) AND expires_at > %s"
        )
        async with in_time():
            rows = await self._database.fetch_all(sql, (*question_keys, self._clock()))
        return {str(key): StoredAnswer(int(revision), bytes(body)) for key, revision, body in rows}

    async def media(self, keys: Collection[str]) -> dict[str, Media]:
        """What is known, by media key; looked for in vain is known too, what has expired is not."""
        if not keys:
            return {}
        sql = f"SELECT {MEDIA_COLUMNS} FROM media WHERE expires_at > %s AND media_key IN ({marks(keys)})"  # noqa: S608  # marks only
        async with in_time():
            rows = await self._database.fetch_all(sql, (self._clock(), *keys))
        return {str(row[0]): media_of(row) for row in rows}

    async def find_import(self, upload_id: str) -> ImportChanged | None:
        """One import, whosever it is."""
        sql = f"SELECT {IMPORT_COLUMNS} FROM imports WHERE upload_id = %s"  # noqa: S608  # constant columns
        found = await self._imports(sql, (upload_id,))
        return found[0] if found else None

    async def imports(self, person_id: str, before: tuple[int, str] | None, limit: int) -> list[ImportChanged]:
        """A person's imports, newest first, from behind (created_at, upload_id)."""
        behind = "AND (created_at, upload_id) < (%s, %s)" if before else ""
        sql = (
            f"SELECT {IMPORT_COLUMNS} FROM imports WHERE person_id = %s {behind} "  # noqa: S608  # constant parts
            "ORDER BY created_at DESC, upload_id DESC LIMIT %s"
        )
        return await self._imports(sql, (person_id, *(before or ()), limit))

    async def rejections(self, upload_id: str, after: tuple[int, int] | None, limit: int) -> list[PlacedRejection]:
        """Rejected rows of an upload in order, from behind (file, row)."""
        sql = (
            "SELECT r.file, f.name, r.`row`, r.reason FROM rejections r "
            "LEFT JOIN import_files f ON f.upload_id = r.upload_id AND f.file = r.file "
            "WHERE r.upload_id = %s AND (r.file, r.`row`) > (%s, %s) ORDER BY r.file, r.`row` LIMIT %s"
        )
        async with in_time():
            rows = await self._database.fetch_all(sql, (upload_id, *(after or (-1, -1)), limit))
        return [
            PlacedRejection(file, Rejection(file=name or "", row=row, reason=reason))
            for file, name, row, reason in rows
        ]

    async def _imports(self, sql: str, args: Sequence[object]) -> list[ImportChanged]:
        async with in_time():
            rows = await self._database.fetch_all(sql, args)
            if not rows:
                return []
            ids = [row[0] for row in rows]
            files = await self._database.fetch_all(
                f"SELECT {FILE_COLUMNS} FROM import_files "  # noqa: S608  # constant columns, marks only
                f"WHERE upload_id IN ({marks(ids)}) ORDER BY upload_id, file",
                ids,
            )
        return [import_of(row, [file for file in files if file[0] == row[0]]) for row in rows]

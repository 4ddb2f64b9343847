"""SQL migrations: files `NNNN_verb_noun.sql` beside their owner, applied in order, each once, named in a ledger."""

import logging
import re
from pathlib import Path

from chassis.database import Connection, Database
from chassis.errors import Retryable
from chassis.retry import retry
from chassis.settings import MariaDbSettings

_LOG = logging.getLogger(__name__)
_NAME = re.compile(r"(\d{4})_[a-z0-9]+(_[a-z0-9]+)+\.sql")
_LEDGER = """
    CREATE TABLE IF NOT EXISTS migrations (
        name       VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
    )
"""


def pending(folder: Path, applied: set[str]) -> list[Path]:
    """The files not yet applied, in order. Raises ValueError on a wrong name or a hole in the numbers."""
    files = sorted(folder.glob("*.sql"))
    for number, file in enumerate(files, start=1):
        match = _NAME.fullmatch(file.name)
        if match is None or int(match[1]) != number:
            raise ValueError(f"{file.name}: expected {number:04}_verb_noun.sql")
    return [file for file in files if file.name not in applied]


def statements(sql: str) -> list[str]:
    """The statements of a file, split at `;` before a line's end; comment lines are left out."""
    lines = [line for line in sql.splitlines() if not line.lstrip().startswith("--")]
    parts = re.split(r";[ \t]*(?:\n|$)", "\n".join(lines))
    return [part.strip() for part in parts if part.strip()]


async def migrate(database: Database, folder: Path, service: str) -> list[str]:
    """Apply what is pending and say what it was. Several replicas at once take turns by a lock.

    MariaDB commits each DDL statement by itself, so a statement must bear being run again: CREATE … IF NOT EXISTS.
    """
    async with database.transaction() as connection:
        row = await connection.fetch_one("SELECT GET_LOCK(%s, 60)", (f"migrate-{service}",))
        if row != (1,):
            raise Retryable(f"another replica has been migrating {service} for a minute")
        try:
            return await _apply(connection, folder)
        finally:
            await connection.fetch_one("SELECT RELEASE_LOCK(%s)", (f"migrate-{service}",))


async def migrate_alone(settings: MariaDbSettings, folder: Path, service: str) -> None:
    """The same without the service, before its new version replaces the old one. Waits for the database."""
    database = Database(settings, user=service, schema=service)
    try:
        done = await retry(lambda: migrate(database, folder, service))
        _LOG.info("migrated", extra={"migrations": done})
    finally:
        await database.close()


async def _apply(connection: Connection, folder: Path) -> list[str]:
    await connection.execute(_LEDGER)
    applied = {row[0] for row in await connection.fetch_all("SELECT name FROM migrations")}
    done = []
    for file in pending(folder, applied):
        for statement in statements(file.read_text(encoding="utf-8")):
            await connection.execute(statement)
        await connection.execute("INSERT INTO migrations (name) VALUES (%s)", (file.name,))
        done.append(file.name)
    return done

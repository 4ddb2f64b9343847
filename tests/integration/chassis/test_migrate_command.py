"""`python -m SERVICE migrate`: what runs before a new version replaces the old one."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from chassis.database import Database
from chassis.settings import MariaDbSettings, Secret
from stack import credentials
from stack.servers.mariadb import MariaDB

SERVICES = Path(__file__).parents[3] / "services"
WITH_TABLES = ("auth", "uploader", "aggregator", "enricher")


async def run(service: str, mariadb: MariaDB) -> int | None:
    """The command as a Job runs it; there is no Kafka, and it asks for none."""
    environment = {
        "NACHKLANG_KAFKA": "127.0.0.1:1",
        "NACHKLANG_MARIADB_PORT": str(mariadb.port),
        "NACHKLANG_MARIADB_PASSWORD": mariadb.passwords[service],
        "NACHKLANG_OPS_PORT": "1",
        "NACHKLANG_PUBLIC_URL": "https://nachklang.test",
        "NACHKLANG_TOKEN_KEY": credentials.key(),
    }
    command = (sys.executable, "-m", service, "migrate")
    process = await asyncio.create_subprocess_exec(*command, env=os.environ | environment)
    return await process.wait()


@pytest.mark.parametrize("service", WITH_TABLES)
async def test_it_brings_the_tables_and_ends(service: str, mariadb: MariaDB) -> None:
    assert await run(service, mariadb) == 0
    assert await run(service, mariadb) == 0  # the second time there is nothing to do
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords[service]))
    database = Database(settings, user=service, schema=service)
    applied = {row[0] for row in await database.fetch_all("SELECT name FROM migrations")}
    await database.close()
    assert applied == {file.name for file in (SERVICES / service / "migrations").glob("*.sql")}

"""The stack's database as its administrator sees it."""

from typing import Any

import aiomysql

from stack.servers.mariadb import MariaDB


async def as_root(mariadb: MariaDB, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """Run one statement in a transaction of its own; the rows that it gives."""
    connection = await aiomysql.connect(unix_socket=str(mariadb.socket), user="root", autocommit=True)
    try:
        async with connection.cursor() as cursor:
            await cursor.execute(statement, values or None)
            return list(await cursor.fetchall())
    finally:
        connection.close()

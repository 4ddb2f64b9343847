"""The outbox in MariaDB: messages that are kept with the change that they tell of, told later, and then forgotten."""

import asyncio
from collections.abc import Awaitable, Callable

from auth.domain.happenings import audited, numbered
from chassis.clock import Clock
from chassis.database import Connection as Transaction
from chassis.database import Database
from contracts.codec import accepts, decode_as, encode
from contracts.messages import MESSAGES, Message
from contracts.messages.audit import Happening
from contracts.topics import Topic

_PUT = "INSERT INTO outbox (topic, message_key, schema_name, body) VALUES (%s, %s, %s, %s)"
_OLDEST = """
    SELECT number, topic, message_key, schema_name, body FROM outbox WHERE number <= %s ORDER BY number LIMIT %s
"""
_NEWEST = "SELECT COALESCE(MAX(number), 0) FROM outbox"
_FORGET = "DELETE FROM outbox WHERE number = %s"
_AT_ONCE = 100
_LOCK = "auth-outbox"
_LOCK_SECONDS = 5

Send = Callable[[Topic, str, Message], Awaitable[None]]


class MariaDbOutbox:
    """Implements the ports Outbox and Audit.

    Numbers are given out at the insert. Whoever writes two messages about one person holds a row of that person until
    the commit, so that the numbers have the order of the changes.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._telling = asyncio.Lock()

    async def put(self, transaction: Transaction, topic: Topic, key: str, message: Message) -> None:
        """Keep a message within the transaction that makes it true; its number is filled in when it is told."""
        if not accepts(topic, message):
            raise ValueError(f"the contract has no {message.SCHEMA} in {topic}")
        await transaction.execute(_PUT, (topic.value, key, message.SCHEMA, encode(message).decode()))

    async def audit(
        self,
        transaction: Transaction,
        happening: Happening,
        *,
        person_id: str | None,
        subject: str | None = None,
        detail: str | None = None,
    ) -> None:
        """Keep an audit event within the transaction of what happened. Nothing in it may be a secret."""
        told = audited(happening, self._clock(), person_id, subject, detail)
        await self.put(transaction, Topic.AUDIT_EVENTS, told.key, told.message)

    async def audit_alone(
        self,
        happening: Happening,
        *,
        person_id: str | None = None,
        subject: str | None = None,
        detail: str | None = None,
    ) -> None:
        """Keep an audit event of what changed nothing here, such as a refused sign-in."""
        async with self._database.transaction() as transaction:
            await self.audit(transaction, happening, person_id=person_id, subject=subject, detail=detail)

    async def newest(self) -> int:
        """The highest number that waits; 0 where nothing does."""
        row = await self._database.fetch_one(_NEWEST)
        return int(row[0]) if row else 0

    async def tell(self, send: Send, up_to: int) -> int:
        """Send the oldest up to a number in their order, each forgotten when the broker has it; how many.

        One replica at a time by the server's lock; within a process by one of its own, so that a single connection
        waits. Raises Retryable while another one tells.
        """
        async with self._telling:
            if await self._database.fetch_one("SELECT 1 FROM outbox WHERE number <= %s LIMIT 1", (up_to,)) is None:
                return 0
            async with self._database.lock(_LOCK, _LOCK_SECONDS) as connection:
                rows = await connection.fetch_all(_OLDEST, (up_to, _AT_ONCE))
                for number, topic, key, schema, body in rows:
                    message = decode_as(MESSAGES[schema], body.encode())
                    await send(Topic(topic), key, numbered(message, number))
                    await connection.execute(_FORGET, (number,))
                return len(rows)

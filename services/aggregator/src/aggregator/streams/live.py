"""The agents that keep live totals in a hot table keyed by person."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import faust

from aggregator.domain.live.live import Uploads
from aggregator.handlers.add_plays import Place
from aggregator.streams.app import TABLE, bytes_of
from aggregator.streams.gaps import Gaps
from aggregator.streams.guard import Handle, Reject, guarded
from contracts.messages import Message
from contracts.topics import Topic

AddRecord = Callable[[Message, Place, MutableMapping[str, Uploads]], Awaitable[None]]
Forget = Callable[[Message, MutableMapping[str, Uploads]], Awaitable[None]]


def declare_live(app: faust.App, add: AddRecord, forget: Forget, reject: Reject) -> None:
    """Agents on `plays` and `people-changes`, with one table between them.

    Both topics are keyed by person and have the same number of partitions, which Faust gives to one worker together.
    The table is rebuilt from its changelog, which Faust flushes before it commits offsets.
    """
    table, gaps = app.Table(TABLE, key_type=str), Gaps(app)

    async def add_record(message: Message, record: Any) -> None:
        await gaps.pass_over(record)
        await add(message, Place(record.partition, record.offset), table)

    async def skip(record: Any, reason: str) -> None:
        await gaps.pass_over(record)
        await reject(record, reason)

    async def forget_person(message: Message, _: Any) -> None:
        await forget(message, table)

    app.agent(bytes_of(app, Topic.PLAYS), name="add-plays")(_agent(add_record, skip))
    app.agent(bytes_of(app, Topic.PEOPLE_CHANGES), name="forget-people")(_agent(forget_person, reject))


def _agent(handle: Handle, reject: Reject) -> Callable[[Any], Awaitable[None]]:
    async def agent(stream: Any) -> None:
        async for event in stream.events():
            await guarded(event.message, handle, reject)

    return agent

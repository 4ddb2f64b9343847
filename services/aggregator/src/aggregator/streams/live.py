"""The agent that keeps live totals in a hot table keyed by person."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import faust

from aggregator.domain.live.live import Uploads
from aggregator.handlers.add_plays import Place
from aggregator.streams.app import TABLE, bytes_of
from aggregator.streams.guard import Reject, guarded
from contracts.messages import Message
from contracts.topics import Topic

AddRecord = Callable[[Message, Place, MutableMapping[str, Uploads]], Awaitable[None]]


def declare_live(app: faust.App, add: AddRecord, reject: Reject) -> None:
    """An agent on `plays`. Its table is rebuilt from its changelog, which Faust flushes before it commits offsets."""
    table = app.Table(TABLE, key_type=str)

    async def handle(message: Message, record: Any) -> None:
        await add(message, Place(record.partition, record.offset), table)

    async def agent(stream: Any) -> None:
        async for event in stream.events():
            await guarded(event.message, handle, reject)

    app.agent(bytes_of(app, Topic.PLAYS), name="add-plays")(agent)

"""The agents that answer questions, many at a time."""

import asyncio
from typing import Any

import faust

from aggregator.streams.app import bytes_of
from aggregator.streams.guard import Handle, Reject, guarded
from contracts.topics import Topic

AT_ONCE = 64
"""How many questions of one topic are under way at once; the others wait in Kafka."""


def declare_questions(app: faust.App, topic: Topic, handle: Handle, reject: Reject) -> None:
    """An agent on `topic`. A question is acknowledged when it is answered, in whatever order that comes."""
    places = asyncio.Semaphore(AT_ONCE)
    under_way: set[asyncio.Task[None]] = set()

    async def answer(event: Any) -> None:
        try:
            await guarded(event.message, handle, reject)
            event.ack()
        finally:
            places.release()

    async def agent(stream: Any) -> None:
        async for event in stream.noack().events():
            await places.acquire()
            task = asyncio.create_task(answer(event))
            under_way.add(task)
            task.add_done_callback(under_way.discard)

    app.agent(bytes_of(app, topic), name=f"answer-{topic}")(agent)

"""The answer to a question: from the cache, else over Kafka while the store is polled, then into the cache."""

import asyncio
import logging
from collections.abc import Container, Coroutine
from typing import Any

import msgspec

from chassis.errors import Retryable
from chassis.rpc import NoReply, RequestRefused
from contracts.keys import question_key
from contracts.messages.questions import AskWrapped, WrappedQuestion
from contracts.messages.wrapped import Wrapped, WrappedAnswered
from contracts.topics import Topic
from gateway.domain.cache_keys import answer_key
from gateway.domain.problems import NO_ANSWER, Refused
from gateway.handlers.asking import as_expected
from gateway.handlers.stored_answers import StoredAnswers, readable
from gateway.ports import Asks, Cache, ServingStore

CACHED_S = 24 * 3600
_DEADLINE_S = 15.0
_ASK_AGAIN_S = 3.0

_LOG = logging.getLogger(__name__)


class WrappedAnswers:
    """Finds answers. The same question asked by many at once goes out once: until its answer is in the cache."""

    def __init__(self, asks: Asks, cache: Cache, store: ServingStore, erased: Container[str] = frozenset()) -> None:
        self._asks = asks
        self._erased = erased
        self._cache = cache
        self._stored = StoredAnswers(store)
        self._keeping: dict[str, asyncio.Task[bool]] = {}
        self._in_flight: dict[str, asyncio.Task[Wrapped]] = {}

    async def answer(self, question: WrappedQuestion) -> Wrapped:
        """The answer, of at least the question's revision. Raises Refused when nothing came in time."""
        key = question_key(question)
        task = self._in_flight.get(key)
        if task is None:
            task = self._in_flight[key] = asyncio.create_task(self._found(key, question))
            task.add_done_callback(lambda done: self._landed(key, done))
        return await asyncio.shield(task)

    async def settled(self) -> None:
        """Wait until whatever is on its way into the cache is there."""
        await asyncio.gather(*self._keeping.values(), return_exceptions=True)

    def _landed(self, key: str, task: asyncio.Task[Wrapped]) -> None:
        if key not in self._keeping:
            del self._in_flight[key]
        if not task.cancelled():
            task.exception()  # seen here, for whoever asked may have gone

    def _kept(self, key: str) -> None:
        del self._keeping[key]
        if self._in_flight[key].done():
            del self._in_flight[key]

    async def _found(self, key: str, question: WrappedQuestion) -> Wrapped:
        place = answer_key(question)
        cached = (await self._cache.get([place])).get(place)
        kept = None if cached is None else readable(cached)
        if kept is not None:
            return kept
        answer = await self._fresh(key, question)
        if answer.revision == question.revision and question.person_id not in self._erased:
            self._keep_soon(key, place, answer)
        return answer

    def _keep_soon(self, key: str, place: str, answer: Wrapped) -> None:
        """Into the cache, beside the answer: nobody waits for it."""
        task = self._keeping[key] = asyncio.create_task(self._cache.put(place, msgspec.json.encode(answer), CACHED_S))
        task.add_done_callback(lambda _: self._kept(key))

    async def _fresh(self, key: str, question: WrappedQuestion) -> Wrapped:
        try:
            async with asyncio.timeout(_DEADLINE_S):
                asked = (self._asked(key, question, delay_s) for delay_s in (0.0, _ASK_AGAIN_S))
                return await _first_of(*asked, self._stored.appears(key, question.revision))
        except TimeoutError as late:
            raise Refused(
                NO_ANSWER,
                f"The figures were not ready within {_DEADLINE_S:.0f} seconds. Ask again in a moment: nothing is lost.",
                {"Retry-After": "5"},
            ) from late

    async def _asked(self, key: str, question: WrappedQuestion, delay_s: float) -> Wrapped:
        """Ask over Kafka, `delay_s` from now: a second request goes out where the first seems lost."""
        await asyncio.sleep(delay_s)
        try:
            request = AskWrapped(question=question)
            reply = await self._asks.ask(Topic.WRAPPED_REQUESTS, question.person_id, request, _DEADLINE_S - delay_s)
        except (NoReply, Retryable) as lost:
            _LOG.warning("no reply, the store is polled", extra={"reason": str(lost)})
            return await _never()
        except RequestRefused as refusal:
            if not refusal.failure.retryable:
                raise
            return await _never()
        answered = as_expected(reply, WrappedAnswered)
        if answered.answer is not None:
            return answered.answer
        return await self._stored.look(key, question.revision) or await _never()


async def _first_of(*ways: Coroutine[Any, Any, Wrapped]) -> Wrapped:
    """What the fastest way brings; the others are given up."""
    tasks = [asyncio.create_task(way) for way in ways]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _never() -> Wrapped:
    await asyncio.Event().wait()
    raise AssertionError("nothing sets the event")

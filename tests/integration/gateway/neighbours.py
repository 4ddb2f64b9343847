"""The services behind Kafka, played: each request gets the reply that the contract says, from plain dictionaries."""

import asyncio
from collections import Counter
from typing import Any

import msgspec

from chassis.clock import system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.ops import Heartbeat
from chassis.publish import Publisher
from chassis.rpc import Reply
from contracts.keys import question_key
from contracts.messages import Message
from contracts.messages.history_pages import AskHistory
from contracts.messages.match import AskMatch, CommonThing, MatchAnswered, MatchQuestion
from contracts.messages.media import AskSample, FindMedia, SampleAnswered
from contracts.messages.plays_page import Play, PlaysAnswered
from contracts.messages.questions import AskPlays, AskWrapped, PlaysQuestion, WrappedQuestion
from contracts.messages.shares import FreezeWrapped, RevokeShare
from contracts.messages.totals import Sums
from contracts.messages.uploads import ReadUpload
from contracts.messages.wrapped import Wrapped, WrappedAnswered
from contracts.topics import Topic
from tests.integration.gateway.played_auth import PlayedAuth
from tests.integration.gateway.played_history import PlayedHistories
from tests.integration.gateway.played_shares import PlayedShares
from tests.unit.gateway.answers import small_answer

TOPICS = (
    Topic.AUTH_REQUESTS,
    Topic.WRAPPED_REQUESTS,
    Topic.PLAYS_REQUESTS,
    Topic.UPLOAD_REQUESTS,
    Topic.MEDIA_REQUESTS,
    Topic.SAMPLE_REQUESTS,
)


class Neighbours:
    """Auth, uploader, aggregator and enricher in one. Tests change how they behave and look at what they were asked."""

    def __init__(self, brokers: str, database: Database) -> None:
        self._publisher = Publisher(brokers)
        self._database = database
        heartbeat = Heartbeat(system_clock)
        self._consumer = Consumer(brokers, "neighbours", TOPICS, self._take, self._publisher, heartbeat)
        self._reading: asyncio.Task[None] | None = None
        self.auth = PlayedAuth()
        self.histories = PlayedHistories()
        self.shares = PlayedShares(database, answer_to)
        self.asked: Counter[str] = Counter()
        self.uploads: list[ReadUpload] = []
        self.wanted: list[FindMedia] = []
        self.questions: list[WrappedQuestion] = []
        self.plays_asked: list[PlaysQuestion] = []
        self.matches_asked: list[MatchQuestion] = []
        self.samples: dict[str, str] = {}
        self.ignored_samples = 0
        self.replies = True
        self.stores = False
        self.ignored_questions = 0
        self.gate: asyncio.Event | None = None

    async def start(self) -> None:
        await self._publisher.start()
        self._reading = asyncio.create_task(self._consumer.run())

    async def stop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        await self._publisher.stop()

    async def say(self, topic: Topic, key: str, message: Message) -> None:
        """Publish an event of one of them."""
        await self._publisher.publish(topic, key, message)

    async def _take(self, message: Message, record: Any) -> None:
        self.asked[message.SCHEMA] += 1
        match message:
            case ReadUpload():
                self.uploads.append(message)
            case FindMedia():
                self.wanted.append(message)
            case AskSample():
                await self._sample(message, Reply(self._publisher, record.headers, system_clock))
            case AskWrapped():
                await self._wrapped(message, Reply(self._publisher, record.headers, system_clock))
            case AskPlays():
                self.plays_asked.append(message.question)
                await Reply(self._publisher, record.headers, system_clock).send(plays_of(message.question))
            case FreezeWrapped() | RevokeShare():
                reply = Reply(self._publisher, record.headers, system_clock)
                await reply.send(await self.shares.answer(message))
            case AskHistory():
                reply = Reply(self._publisher, record.headers, system_clock)
                page = self.histories.page(message)
                await (reply.send(page) if page else reply.refuse("broken", "This page can't be read.", retryable=True))
            case AskMatch():
                self.matches_asked.append(message.question)
                await Reply(self._publisher, record.headers, system_clock).send(match_of(message.question))
            case _:
                reply = Reply(self._publisher, record.headers, system_clock)
                answered = self.auth.answer(message)
                if isinstance(answered, str):
                    await reply.refuse(answered, f"Refused: {answered}.")
                elif answered is not None:
                    await reply.send(answered)

    async def _sample(self, request: AskSample, reply: Reply) -> None:
        if self.ignored_samples:
            self.ignored_samples -= 1
            return
        await reply.send(SampleAnswered(url=self.samples.get(request.key)))

    async def _wrapped(self, request: AskWrapped, reply: Reply) -> None:
        self.questions.append(request.question)
        if self.ignored_questions:
            self.ignored_questions -= 1
            return
        if self.gate:
            await self.gate.wait()
        answer = answer_to(request.question)
        key = question_key(request.question)
        if self.stores:
            body = msgspec.json.encode(answer)
            sql = "REPLACE INTO serving.answers VALUES (%s, %s, %s, %s, %s)"
            expires = system_clock() + 60_000
            await self._database.execute(sql, (key, request.question.person_id, answer.revision, body, expires))
        if self.replies:
            await reply.send(WrappedAnswered(question_key=key, answer=answer))


def answer_to(question: WrappedQuestion) -> Wrapped:
    """A small answer that shows what was asked."""
    return small_answer(
        question.revision,
        time_zone=question.time_zone,
        by=question.by,
        first_day=question.first_day,
        last_day=question.last_day,
    )


def plays_of(question: PlaysQuestion) -> PlaysAnswered:
    """One play whose names show what was asked."""
    play = Play(
        played_at=1_700_000_000_000, precision="second", kind="track", title=question.track, artist=question.artist,
        album=None, ms_played=200_000, spotify_id=None, platform=None, country=None, reason_start=None, reason_end=None,
        shuffle=None, skipped=None, offline=None, private=None, double=False, estimate=False,
    )  # fmt: skip
    sums = Sums(ms_played=200_000, streams=1, plays=1)
    return PlaysAnswered(revision=question.revision, plays=[play], next_cursor=question.cursor, sums=sums)


def match_of(question: MatchQuestion) -> MatchAnswered:
    """One artist whom both have heard."""
    common = CommonThing(rank=1, artist="Die Nachbarn", title=None, ms_played=2_000, other_ms_played=1_000)
    return MatchAnswered(
        revision=question.revision,
        other_revision=question.other_revision,
        per_cent=37,
        artists=1,
        tracks=1,
        top_artists=[common],
        top_tracks=[msgspec.structs.replace(common, title="Treppenhaus")],
    )

"""Wires the worker of the aggregator: with `jobs`, the only place that names adapters."""

import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import faust

from aggregator.adapters.answer_store import MariaDbAnswerStore
from aggregator.adapters.audit_log import KafkaAuditLog
from aggregator.adapters.eraser import MariaDbEraser
from aggregator.adapters.history_store import MariaDbHistoryStore
from aggregator.adapters.live_feed import KafkaLiveFeed
from aggregator.adapters.plays_log import KafkaPlaysLog
from aggregator.adapters.segment_store import MariaDbSegmentStore
from aggregator.adapters.share_store import MariaDbShareStore
from aggregator.adapters.sharing_store import MariaDbSharingStore
from aggregator.domain.live.live_counts import LiveCounts
from aggregator.handlers.add_plays import AddPlays
from aggregator.handlers.answer_history import AnswerHistory
from aggregator.handlers.answer_match import AnswerMatch
from aggregator.handlers.answer_plays import AnswerPlays
from aggregator.handlers.answer_wrapped import AnswerWrapped
from aggregator.handlers.end_share import EndShare
from aggregator.handlers.expire_answers import ExpireAnswers
from aggregator.handlers.follow_people import FollowPeople
from aggregator.handlers.forget_live import ForgetLive
from aggregator.handlers.forget_people import ForgetPeople
from aggregator.handlers.freeze_share import FreezeShare
from aggregator.handlers.histories import Histories
from aggregator.settings import WorkerSettings
from aggregator.streams.app import APP_ID, create_app
from aggregator.streams.live import declare_live
from aggregator.streams.questions import declare_questions
from aggregator.streams.running import check_running, run_app
from chassis.clock import system_clock
from chassis.consume import Consumer, dead_letter
from chassis.database import Database
from chassis.errors import InvalidMessage
from chassis.follow import Follower
from chassis.migrate import migrate, migrate_alone
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from chassis.rpc import Reply
from contracts.messages import Message
from contracts.messages.history_pages import AskHistory
from contracts.messages.match import AskMatch
from contracts.messages.questions import AskPlays, AskWrapped
from contracts.messages.shares import FreezeWrapped, RevokeShare
from contracts.topics import Topic

MIGRATIONS = Path(__file__).parents[2] / "migrations"
PEOPLE_GROUP = "aggregator-people-v1"
THREADS = 1
"""For each of loading histories and computing answers: the loop goes on, and no answer waits for another's history.

More would only take turns: the many small steps of an answer hold the interpreter's lock.
"""

_LOG = logging.getLogger(__name__)


async def worker(settings: WorkerSettings) -> None:
    """Answer questions and keep live totals until cancelled."""
    database = Database(settings.mariadb, user="aggregator", schema="aggregator")
    publisher = Publisher(settings.kafka)
    heartbeat = Heartbeat(system_clock)
    feed = KafkaLiveFeed(publisher)
    expire = ExpireAnswers(MariaDbAnswerStore(database), system_clock)
    with ThreadPoolExecutor(THREADS, "load") as loading, ThreadPoolExecutor(THREADS, "compute") as computing:
        app = create_app(settings.kafka, heartbeat)
        erased: set[str] = set()
        histories = Histories(MariaDbSegmentStore(database), loading, settings.histories_bytes, erased)
        _declare_questions(app, settings, database, publisher, histories, computing)
        _declare_live(app, settings, feed, erased)
        people, memory = _people(settings, database, publisher), _memory(settings, erased, histories)
        checks = {
            "mariadb": database.ping,
            "kafka": publisher.ping,
            "faust": lambda: check_running(app),
            "people": people.check,
            "memory": memory.check,
        }
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        try:
            await ops.start()
            await retry(lambda: migrate(database, MIGRATIONS, "aggregator"))
            await retry(publisher.start)
            await memory.start()
            live = _run_knowing(app, memory)
            await together(live, people.run(), memory.run(), feed.run(), expire.run())
        finally:
            await publisher.stop()
            await database.close()
            await ops.stop()


async def prepare(settings: WorkerSettings) -> None:
    """Bring the tables to what this version needs, and end."""
    await migrate_alone(settings.mariadb, MIGRATIONS, "aggregator")


def _declare_questions(
    app: faust.App,
    settings: WorkerSettings,
    database: Database,
    publisher: Publisher,
    histories: Histories,
    computing: Executor,
) -> None:
    answers, shares, audit = MariaDbAnswerStore(database), MariaDbShareStore(database), KafkaAuditLog(publisher)
    handlers: dict[type[Message], Callable[[Any, Reply], Awaitable[None]]] = {
        AskWrapped: AnswerWrapped(histories, answers, computing, system_clock, settings.answer_lifetime_ms),
        AskPlays: AnswerPlays(histories, computing),
        AskMatch: AnswerMatch(histories, computing),
        AskHistory: AnswerHistory(MariaDbHistoryStore(database), computing),
        FreezeWrapped: FreezeShare(histories, shares, audit, computing, system_clock),
        RevokeShare: EndShare(shares, audit, system_clock),
    }

    async def handle(message: Message, record: Any) -> None:
        reply = Reply(publisher, record.headers, system_clock)
        handler = handlers.get(type(message))
        if handler is None:
            raise InvalidMessage(f"{message.SCHEMA} is no question")
        await handler(message, reply)

    async def reject(record: Any, reason: str) -> None:
        written_at = int(record.timestamp * 1_000)  # Faust counts in seconds
        await retry(lambda: dead_letter(publisher, record, APP_ID, reason, written_at))

    for topic in (Topic.WRAPPED_REQUESTS, Topic.PLAYS_REQUESTS):
        declare_questions(app, topic, handle, reject)


def _declare_live(app: faust.App, settings: WorkerSettings, feed: KafkaLiveFeed, erased: set[str]) -> None:
    counts = LiveCounts()
    add = AddPlays(feed, KafkaPlaysLog(settings.kafka), counts, erased)
    declare_live(app, add, ForgetLive(erased, counts), _skip)


def _memory(settings: WorkerSettings, erased: set[str], histories: Histories) -> Follower:
    """Every worker hears of who was erased, by itself: what it holds in memory is nobody else's."""
    forget = ForgetPeople(erased, histories)

    async def on_message(message: Message, _: Any) -> None:
        await forget(message)

    return Follower(settings.kafka, [Topic.PEOPLE_CHANGES], on_message, from_beginning=True)


async def _run_knowing(app: faust.App, memory: Follower) -> None:
    """The app reads plays only when it is known whose must not be kept."""
    await retry(memory.check, longest=0.5)
    await run_app(app)


def _people(settings: WorkerSettings, database: Database, publisher: Publisher) -> Consumer:
    """Not by Faust: none of these messages may be lost. Liveness is Faust's, so this heartbeat is nobody's."""
    follow = FollowPeople(MariaDbSharingStore(database), MariaDbEraser(database), system_clock)

    async def on_message(message: Message, _: Any) -> None:
        await follow(message)

    heartbeat = Heartbeat(system_clock)
    return Consumer(settings.kafka, PEOPLE_GROUP, [Topic.PEOPLE_CHANGES], on_message, publisher, heartbeat)


async def _skip(record: Any, reason: str) -> None:
    """Who reads the same topic for good puts its unreadable records into the DLQ: the stream job, and `_people`."""
    _LOG.error("unreadable record", extra={"topic": record.topic, "offset": record.offset, "reason": reason})

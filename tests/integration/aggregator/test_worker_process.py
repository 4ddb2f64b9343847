"""The worker as a process: its health, its orderly stop, and what it forgets."""

import os
import signal
import uuid

import aiohttp

from aggregator.adapters.answer_store import MariaDbAnswerStore
from aggregator.handlers.expire_answers import ExpireAnswers
from chassis.clock import system_clock
from chassis.database import Database
from stack.runner import Runner


async def test_health_readiness_and_metrics(worker: Runner) -> None:
    address = f"http://127.0.0.1:{worker.spec.env['NACHKLANG_OPS_PORT']}"
    async with aiohttp.ClientSession() as session:
        for path, part in (("/healthz", "alive"), ("/readyz", "ready"), ("/metrics", "process_cpu_seconds_total")):
            async with session.get(address + path) as answer:
                assert answer.status == 200
                assert part in await answer.text()


async def test_it_stops_in_good_order_and_starts_again(worker: Runner) -> None:
    """In time too: what takes longer is ended by the process's own alarm, and its status says so."""
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGTERM)
    assert await worker.wait() == 0
    await worker.start()


async def test_expired_answers_are_forgotten_and_others_kept(worker: Runner, database: Database) -> None:
    now, answers = system_clock() + 3_600_000, MariaDbAnswerStore(database)  # the worker forgets by the real time
    person_id = uuid.uuid4().hex
    for key, expires_at in (("a" * 64, now - 1), ("b" * 64, now)):
        await answers.put(key, person_id, 1, b"{}", expires_at)
    assert await ExpireAnswers(answers, lambda: now)() >= 1
    rows = await database.fetch_all("SELECT question_key FROM serving.answers WHERE person_id = %s", (person_id,))
    assert rows == [("b" * 64,)]

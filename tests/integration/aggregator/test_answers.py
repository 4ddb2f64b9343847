"""Questions over real Kafka, answered from real MariaDB by the worker's own process."""

import asyncio
import uuid
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from aiokafka import AIOKafkaConsumer

from aggregator.domain.durable import year_table
from chassis.database import Database
from chassis.publish import Publisher
from chassis.rpc import Requester, RequestRefused
from contracts.keys import question_key
from contracts.messages.history_pages import AskHistory, HistoryAnswered
from contracts.messages.match import AskMatch, MatchAnswered, MatchQuestion
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import AskPlays, AskWrapped, PlaysQuestion, WrappedQuestion
from contracts.messages.wrapped import Wrapped, WrappedAnswered
from contracts.topics import Topic
from stack.servers.kafka import Kafka
from tests.harness.segments import TITLE, row, unix_ms
from tests.harness.stored_plays import stored
from tests.integration.aggregator.conftest import Histories

PATIENCE_S = 60.0
YEAR = {"first_day": "2024-01-01", "last_day": "2024-12-31"}


def question(person_id: str, **fields: Any) -> WrappedQuestion:
    asked: dict[str, Any] = {
        "revision": 1,
        "time_zone": "Europe/Berlin",
        "viewer": "owner",
        "by": "time",
        "limit": 50,
        "first_day": None,
        "last_day": None,
    }
    return WrappedQuestion(person_id=person_id, **(asked | fields))


async def ask(requester: Requester, asked: WrappedQuestion) -> Wrapped:
    reply = await requester.ask(Topic.WRAPPED_REQUESTS, asked.person_id, AskWrapped(question=asked), PATIENCE_S)
    assert isinstance(reply, WrappedAnswered)
    assert reply.question_key == question_key(asked)
    assert reply.answer is not None
    return reply.answer


async def test_an_answer_is_stored_before_it_is_sent(
    histories: Histories, requester: Requester, database: Database
) -> None:
    rows = [row("2023-12-31T22:59:59", title="Last"), row("2023-12-31T23:00:00"), row("2024-06-01T12:00:00")]
    person_id = await histories.put(rows)
    asked = question(person_id, **YEAR)
    answer = await ask(requester, asked)
    assert (answer.totals.plays, answer.totals.days) == (2, 2)
    assert answer.totals.previous is not None
    assert answer.totals.previous.plays == 1
    stored = await database.fetch_one(
        "SELECT body, revision, person_id FROM serving.answers WHERE question_key = %s", (question_key(asked),)
    )
    assert stored is not None
    assert msgspec.json.decode(stored[0], type=Wrapped) == answer
    assert stored[1:] == (1, person_id)
    assert await ask(requester, asked) == answer


async def test_somebody_unknown_has_an_empty_history(histories: Histories, requester: Requester) -> None:
    answer = await ask(requester, question("0" * 32, revision=0))
    assert (answer.revision, answer.totals.plays, answer.first_day, answer.rhythm.life) == (0, 0, None, [])


async def test_a_new_revision_is_read_when_it_is_asked_for(histories: Histories, requester: Requester) -> None:
    person_id = await histories.put([row("2024-06-01T12:00:00")])
    assert (await ask(requester, question(person_id))).totals.plays == 1
    await histories.put([row("2024-06-01T12:00:00"), row("2024-06-02T12:00:00")], person_id=person_id, revision=2)
    newer = await ask(requester, question(person_id, revision=2))
    assert (newer.revision, newer.totals.plays) == (2, 2)


async def test_an_answer_never_mixes_two_revisions(histories: Histories, requester: Requester) -> None:
    """While every year of a history is replaced, an answer is of what was there before or after, in all years."""

    def rows(revision: int) -> list[dict[str, Any]]:
        return [row(f"{year}-06-01T{hour:02}:00:00") for year in range(2015, 2025) for hour in range(revision)]

    person_id = await histories.put(rows(1))
    for revision in range(1, 16):
        writing = asyncio.create_task(histories.put(rows(revision + 1), person_id=person_id, revision=revision + 1))
        asked = (question(person_id, revision=revision, limit=limit) for limit in range(1, 5))
        answers = await asyncio.gather(*(ask(requester, one) for one in asked))
        await writing
        for answer in answers:
            assert answer.revision in {revision, revision + 1}
            assert [month.plays for month in answer.rhythm.months if month.plays] == [answer.revision] * 10


async def test_a_revision_that_is_not_there_is_refused_as_worth_another_try(
    histories: Histories, requester: Requester
) -> None:
    person_id = await histories.put([row("2024-06-01T12:00:00")])
    with pytest.raises(RequestRefused) as refused:
        await ask(requester, question(person_id, revision=7))
    assert (refused.value.failure.code, refused.value.failure.retryable) == ("unavailable", True)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"time_zone": "Mars/Olympus"}, "invalid_time_zone"),
        ({"first_day": "2024-02-30", "last_day": "2024-03-01"}, "invalid_window"),
        ({"first_day": "2024-03-02", "last_day": "2024-03-01"}, "invalid_window"),
        ({"limit": 501}, "invalid_limit"),
    ],
)
async def test_a_question_without_sense_is_refused(
    histories: Histories, requester: Requester, fields: dict[str, Any], code: str
) -> None:
    person_id = await histories.put([row("2024-06-01T12:00:00")])
    with pytest.raises(RequestRefused) as refused:
        await ask(requester, question(person_id, **fields))
    assert refused.value.failure.code == code
    assert not refused.value.failure.retryable


async def test_many_questions_at_once(histories: Histories, requester: Requester) -> None:
    people = [await histories.put([row("2024-06-01T12:00:00", 30_000 + number)]) for number in range(20)]
    asked = [question(person_id, limit=limit) for person_id in people for limit in (1, 2, 2)]
    answers = await asyncio.gather(*(ask(requester, one) for one in asked))
    assert [answer.totals.ms_played for answer in answers] == [
        30_000 + number for number in range(20) for _ in range(3)
    ]


async def test_an_answer_too_large_for_a_record_is_read_from_the_store(
    histories: Histories, requester: Requester, database: Database
) -> None:
    rows = [row(f"2024-06-01T12:{n // 60:02}:{n % 60:02}", title=f"{n} " + "ä" * 2_000) for n in range(200)]
    asked = question(await histories.put(rows), limit=500)
    reply = await requester.ask(Topic.WRAPPED_REQUESTS, asked.person_id, AskWrapped(question=asked), PATIENCE_S)
    assert reply == WrappedAnswered(question_key=question_key(asked), answer=None)
    stored = await database.fetch_one(
        "SELECT body FROM serving.answers WHERE question_key = %s", (question_key(asked),)
    )
    assert stored is not None
    assert len(msgspec.json.decode(stored[0], type=Wrapped).top_tracks) == 200


async def test_plays_page_by_page(histories: Histories, requester: Requester) -> None:
    person_id = await histories.put([row(f"2024-06-{day:02}T12:00:00") for day in range(1, 6)])
    days: list[int] = []
    cursor = None
    while cursor is not None or not days:
        page = await requester.ask(
            Topic.PLAYS_REQUESTS, person_id, AskPlays(question=_plays_question(person_id, cursor)), PATIENCE_S
        )
        assert isinstance(page, PlaysAnswered)
        days += [play.played_at // 86_400_000 % 31 for play in page.plays]
        cursor = page.next_cursor
    assert len(days) == 5
    assert days == sorted(days, reverse=True)


def _plays_question(person_id: str, cursor: str | None) -> PlaysQuestion:
    return PlaysQuestion(
        person_id=person_id,
        revision=1,
        time_zone="UTC",
        viewer="owner",
        first_day="2024-06-01",
        last_day="2024-06-30",
        track=TITLE,
        artist=None,
        cursor=cursor,
        limit=2,
    )


async def test_a_whole_history_page_by_page(histories: Histories, requester: Requester, database: Database) -> None:
    person_id, moments = uuid.uuid4().hex, [unix_ms(f"{year}-06-01T12:00:00") for year in (2019, 2023, 2024)]
    for moment in moments:
        body = year_table.encode(stored([{"played_at": moment, "private": True}]))
        year = datetime.fromtimestamp(moment / 1000, UTC).year
        await database.execute("INSERT INTO serving.plays_by_year VALUES (%s, %s, 1, %s)", (person_id, year, body))
    cursor, found = None, []
    for _ in moments:
        page = await requester.ask(
            Topic.PLAYS_REQUESTS, person_id, AskHistory(person_id=person_id, cursor=cursor), PATIENCE_S
        )
        assert isinstance(page, HistoryAnswered)
        assert page.plays is not None
        found += page.plays.played_at
        cursor = page.next_cursor
    assert (found, cursor) == (moments, None)


async def test_what_two_have_in_common(histories: Histories, requester: Requester) -> None:
    mine = await histories.put([row("2024-06-01T12:00:00", 60_000), row("2024-06-02T12:00:00", 60_000, artist="B")])
    other = await histories.put([row("2024-06-03T12:00:00", 30_000)], revision=5)
    asked = MatchQuestion(
        person_id=mine,
        revision=1,
        other_id=other,
        other_revision=5,
        time_zone="UTC",
        first_day=None,
        last_day="2024-12-31",
        limit=10,
    )
    answer = await requester.ask(Topic.PLAYS_REQUESTS, mine, AskMatch(question=asked), PATIENCE_S)
    assert isinstance(answer, MatchAnswered)
    assert (answer.per_cent, answer.artists, answer.tracks, answer.other_revision) == (50, 1, 1, 5)
    (track,) = answer.top_tracks
    assert (track.title, track.ms_played, track.other_ms_played) == (TITLE, 60_000, 30_000)


async def test_what_is_no_question_goes_to_the_dead_letters_and_the_next_is_answered(
    histories: Histories, requester: Requester, publisher: Publisher, kafka: Kafka
) -> None:
    person_id = await histories.put([row("2024-06-01T12:00:00")])
    await publisher.publish_dead(Topic.WRAPPED_REQUESTS, person_id.encode(), b"{", [("schema", b"ask-wrapped.v1")])
    assert (await ask(requester, question(person_id))).totals.plays == 1
    dead = AIOKafkaConsumer(
        "wrapped-requests-dlq", bootstrap_servers=kafka.bootstrap, group_id=None, auto_offset_reset="earliest"
    )
    await dead.start()
    try:
        async with asyncio.timeout(PATIENCE_S):
            record = await anext(record async for record in dead if record.key == person_id.encode())
    finally:
        await dead.stop()
    headers = dict(record.headers)
    assert (record.value, headers["original_topic"], headers["reader"]) == (b"{", b"wrapped-requests", b"aggregator")
    assert headers["reason"]

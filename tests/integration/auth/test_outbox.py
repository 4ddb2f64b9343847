"""The outbox: told in order, once, by one at a time; its numbers go on over restarts and over the older table."""

import asyncio

import pytest

from auth.adapters.outbox import MariaDbOutbox
from auth.bootstrap import MIGRATIONS
from auth.handlers.tell_changes import TellChanges
from chassis.database import Database
from chassis.errors import Retryable
from chassis.migrate import migrate, statements
from contracts.messages import Message
from contracts.messages.audit import Audited
from contracts.messages.people_changes import ConnectionChanged, PersonErased, SharingChanged
from contracts.topics import Topic
from tests.integration.auth.conftest import START, House

PERSON = "e" * 32
ALL = 2**62
PATIENCE_S = 20


async def _tell_all(outbox: MariaDbOutbox) -> list[Message]:
    heard: list[Message] = []

    async def hear(_topic: Topic, _key: str, message: Message) -> None:
        heard.append(message)

    while await outbox.tell(hear, ALL):
        pass
    return heard


async def test_a_message_is_kept_with_its_change_or_not_at_all(house: House) -> None:
    outbox = MariaDbOutbox(house.database, house.time)
    with pytest.raises(ZeroDivisionError):
        async with house.database.transaction() as transaction:
            await outbox.put(transaction, Topic.PEOPLE_CHANGES, PERSON, PersonErased(person_id=PERSON))
            raise ZeroDivisionError
    assert await _tell_all(outbox) == []
    async with house.database.transaction() as transaction:
        await outbox.put(transaction, Topic.PEOPLE_CHANGES, PERSON, PersonErased(person_id=PERSON))
        await outbox.audit(transaction, "erased", person_id=PERSON)
    erased, audited = await _tell_all(outbox)
    assert erased == PersonErased(person_id=PERSON)
    assert isinstance(audited, Audited)
    assert (audited.origin, audited.at, audited.happening, audited.person_id) == ("auth", START, "erased", PERSON)
    assert await _tell_all(outbox) == []


async def test_a_refusal_is_kept_without_a_change(house: House) -> None:
    outbox = MariaDbOutbox(house.database, house.time)
    await outbox.audit_alone("sign-in-refused", detail="sign_in_denied")
    (audited,) = await _tell_all(outbox)
    assert isinstance(audited, Audited)
    assert (audited.person_id, audited.detail) == (None, "sign_in_denied")


async def test_what_comes_while_messages_are_told_is_for_the_next_round(house: House) -> None:
    outbox = MariaDbOutbox(house.database, house.time)
    heard: list[Message] = []

    class Flooded:
        """Implements Announcer, with somebody who never stops to be refused."""

        async def tell(self, _topic: Topic, _key: str, message: Message) -> None:
            heard.append(message)
            await outbox.audit_alone("sign-in-refused", detail="more")

    assert await outbox.newest() == 0
    await outbox.audit_alone("sign-in-refused", detail="first")
    assert await TellChanges(outbox, Flooded())() == len(heard) == 1
    assert len(await _tell_all(outbox)) == 1


async def test_what_the_contract_does_not_know_is_not_kept(house: House) -> None:
    with pytest.raises(ValueError, match="audit-events"):
        async with house.database.transaction() as transaction:
            outbox = MariaDbOutbox(house.database, house.time)
            await outbox.put(transaction, Topic.AUDIT_EVENTS, PERSON, PersonErased(person_id=PERSON))


async def test_two_replicas_tell_each_message_once_and_in_order(house: House) -> None:
    other = Database(house.settings.mariadb, user="auth", schema="auth")
    outboxes = [MariaDbOutbox(database, house.time) for database in (house.database, other)]
    for number in range(30):
        await outboxes[number % 2].audit_alone("sign-in-refused", detail=str(number))
    heard: list[Message] = []

    async def hear(_topic: Topic, _key: str, message: Message) -> None:
        await asyncio.sleep(0)  # lets the other replica in between
        heard.append(message)

    await asyncio.gather(*(outbox.tell(hear, ALL) for outbox in outboxes for _ in range(3)))
    await other.close()
    assert [each.detail for each in heard if isinstance(each, Audited)] == [str(number) for number in range(30)]


async def test_what_is_kept_while_a_slow_broker_is_told_does_not_wait(house: House) -> None:
    outbox = MariaDbOutbox(house.database, house.time)
    begun, told = asyncio.Event(), asyncio.Event()
    await outbox.audit_alone("sign-in-refused", detail="first")

    async def slow(_topic: Topic, _key: str, _message: Message) -> None:
        begun.set()
        async with asyncio.timeout(2 * PATIENCE_S):
            await told.wait()

    telling = asyncio.create_task(outbox.tell(slow, ALL))
    async with asyncio.timeout(PATIENCE_S):
        await begun.wait()
        await outbox.audit_alone("sign-in-refused", detail="second")
    told.set()
    assert await telling == 1
    assert [each.detail for each in await _tell_all(outbox) if isinstance(each, Audited)] == ["second"]


async def test_a_message_that_the_broker_did_not_take_stays(house: House) -> None:
    outbox = MariaDbOutbox(house.database, house.time)
    await outbox.audit_alone("sign-in-refused", detail="kept")

    async def refuse(_topic: Topic, _key: str, _message: Message) -> None:
        raise Retryable("no acknowledgement")

    with pytest.raises(Retryable):
        await outbox.tell(refuse, ALL)
    assert len(await _tell_all(outbox)) == 1


async def test_numbers_go_on_where_the_older_table_ended(house: House) -> None:
    for (table,) in await house.database.fetch_all("SHOW TABLES"):
        async with house.database.transaction() as transaction:
            await transaction.execute("SET FOREIGN_KEY_CHECKS = 0")
            await transaction.execute(f"DROP TABLE {table}")
            await transaction.execute("SET FOREIGN_KEY_CHECKS = 1")
    for file in sorted(MIGRATIONS.glob("000[12]_*.sql")):
        for statement in statements(file.read_text()):
            await house.database.execute(statement)
    await house.database.execute(
        "INSERT INTO people VALUES (%s, 'account:e', 'Eva', NULL, 'UTC', 'en', TRUE, 0)", (PERSON,)
    )
    untold = "INSERT INTO untold_changes (change_id, person_id, sharing) VALUES (%s, %s, %s)"
    for number, sharing in ((40, True), (41, False)):
        await house.database.execute(untold, (number, PERSON, sharing))
    await house.database.execute("DELETE FROM untold_changes WHERE change_id = 41")

    await house.database.execute(
        "INSERT INTO connections VALUES (%s, 'ffffffff', 'sealed', 'sealed', 0, 0, 0, FALSE)", (PERSON,)
    )

    await migrate(house.database, MIGRATIONS, "auth")
    outbox = MariaDbOutbox(house.database, house.time)
    await outbox.audit_alone("sign-in-refused")
    kept, connected, new = await _tell_all(outbox)
    assert kept == SharingChanged(person_id=PERSON, sharing=True, change=40)
    assert connected == ConnectionChanged(person_id=PERSON, connected=True, change=42)
    assert isinstance(new, Audited)
    assert new.number == 43

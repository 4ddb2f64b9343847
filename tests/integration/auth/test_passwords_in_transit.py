"""Local accounts by the process: passwords pass through Kafka and the log unread, and who has to wait is told so."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from auth.adapters.invitations import MariaDbInvitations
from auth.adapters.outbox import MariaDbOutbox
from auth.handlers.invite_operator import InviteOperator
from chassis.clock import system_clock
from chassis.database import Database
from chassis.rpc import RequestRefused
from chassis.settings import MariaDbSettings, Secret
from contracts.messages.accounts import AskSealingKey, PasswordChanged, SealingKeyTold
from contracts.messages.people import SignedIn
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from tests.harness.kept import in_database, in_topics
from tests.integration.auth.local import Requests
from tests.integration.auth.service import PUBLIC_URL, Service, running_service

RIGHT, NEXT, WRONG = "Zugvoegel-im-Herbst", "Eisblumen-am-Fenster", "Sternschnuppe-im-Mai"


@pytest.fixture
async def service(kafka: Kafka, mariadb: MariaDB, tmp_path: Path) -> AsyncIterator[Service]:
    async with running_service(kafka, mariadb, tmp_path / "auth.log") as running:
        yield running


async def _code(mariadb: MariaDB) -> str:
    """The secret of an operator's link."""
    settings = MariaDbSettings("127.0.0.1", mariadb.port, Secret(mariadb.passwords["auth"]))
    database = Database(settings, user="auth", schema="auth")
    try:
        await database.execute("DELETE FROM people WHERE login = 'transit'")
        await database.execute("DELETE FROM attempts")
        invitations = MariaDbInvitations(database, MariaDbOutbox(database, system_clock))
        return (await InviteOperator(invitations, PUBLIC_URL, system_clock)()).url.partition("#")[2]
    finally:
        await database.close()


async def test_nobody_reads_a_password_on_its_way(service: Service, kafka: Kafka, mariadb: MariaDB) -> None:
    told = await service.ask(AskSealingKey())
    assert isinstance(told, SealingKeyTold)
    home, code = Requests(told.public_key), await _code(mariadb)
    joined = await service.ask(home.joining(code, "transit", RIGHT, session="transit 1"))
    assert isinstance(joined, SignedIn)
    assert isinstance(await service.ask(home.changing(joined.profile, RIGHT, NEXT, "transit 1")), PasswordChanged)
    assert isinstance(await service.ask(home.signing_in("transit", NEXT, "transit 2")), SignedIn)
    refusals = []
    for _ in range(6):
        with pytest.raises(RequestRefused) as refused:
            await service.ask(home.signing_in("transit", WRONG, "transit 3"))
        refusals.append(refused.value.failure)
    assert [failure.code for failure in refusals] == ["password_refused"] * 5 + ["too_many_attempts"]
    assert 0 < (refusals[-1].retry_after_s or 0) <= 30

    pieces = [piece async for piece in in_topics(kafka)] + [piece async for piece in in_database(mariadb)]
    pieces.append(("log", service.log.read_bytes()))
    assert {"topic auth-requests", "auth.passwords", "log"} <= {place for place, _ in pieces}
    secrets = [text.encode() for text in (RIGHT, NEXT, WRONG, code)]
    assert [place for place, what in pieces if any(secret in what for secret in secrets)] == []

"""What was in the database before local accounts came is still there afterwards, and means the same."""

import pytest

from auth.bootstrap import MIGRATIONS
from auth.domain.sessions import session_id
from chassis.database import Database
from chassis.migrate import migrate, statements
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential
from contracts.messages.sessions import EndSessions, ListSessions
from tests.integration.auth.conftest import START, House

PERSON = "a" * 32
HASH = credential_hash("an old cookie")


async def _as_it_was(database: Database) -> None:
    """A person whom Spotify knows by `id`, and a browser of theirs, as the second migration leaves them."""
    for (table,) in await database.fetch_all("SHOW TABLES"):
        async with database.transaction() as transaction:
            await transaction.execute("SET FOREIGN_KEY_CHECKS = 0")
            await transaction.execute(f"DROP TABLE {table}")
            await transaction.execute("SET FOREIGN_KEY_CHECKS = 1")
    for file in sorted(MIGRATIONS.glob("000[12]_*.sql")):
        await _run(database, file.name)
    await database.execute("INSERT INTO people VALUES (%s, 'id:anna', 'Anna', NULL, 'UTC', 'en', TRUE, 0)", (PERSON,))
    await database.execute("INSERT INTO sessions VALUES (%s, %s, %s, %s)", (HASH, PERSON, START, START + 10**12))


async def _run(database: Database, name: str) -> None:
    for statement in statements((MIGRATIONS / name).read_text()):
        await database.execute(statement)


@pytest.mark.parametrize("again", [False, True], ids=["once", "broken off and run again"])
async def test_people_and_their_sessions_stay(house: House, again: bool) -> None:
    await _as_it_was(house.database)
    if again:
        await _run(house.database, "0003_add_local_accounts.sql")
    await migrate(house.database, MIGRATIONS, "auth")
    await house.database.execute("UPDATE sessions SET last_seen_at = %s", (START,))

    checked = await house.ask(CheckCredential(kind="session", credential_hash=HASH))
    assert (checked.profile.person_id, checked.profile.login, checked.profile.admin) == (PERSON, None, False)
    (session,) = (await house.ask(ListSessions(person_id=PERSON, current_hash=HASH))).sessions
    assert (session.id, session.way, session.device, session.current) == (session_id(HASH), "spotify", None, True)
    signed_in = await house.sign_in("anna")
    assert signed_in.profile.person_id == PERSON
    ended = await house.ask(EndSessions(person_id=PERSON, session_id=session.id, keep_hash=None))
    assert ended.session_hashes == [HASH]


async def test_sessions_of_before_were_last_seen_now(house: House) -> None:
    await _as_it_was(house.database)
    await migrate(house.database, MIGRATIONS, "auth")
    row = await house.database.fetch_one(
        "SELECT ABS(last_seen_at - UNIX_TIMESTAMP(NOW(3)) * 1000) < 60000 FROM sessions"
    )
    assert row == (1,)


async def test_links_that_reset_passwords_are_added_once_however_often_it_is_run(house: House) -> None:
    before = await house.database.fetch_one("SHOW CREATE TABLE invitations")
    await _run(house.database, "0008_reset_passwords.sql")
    assert await house.database.fetch_one("SHOW CREATE TABLE invitations") == before

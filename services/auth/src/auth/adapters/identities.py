"""Which Spotify account opens whose account here."""

import uuid

from auth.adapters import person_rows
from auth.domain import account_refusals as refusals
from auth.domain.people import DEFAULT_LOCALE, DEFAULT_ZONE, Account
from chassis.database import Connection as Transaction
from chassis.errors import Retryable

_WHOSE = "SELECT person_id FROM identities WHERE identity = %s"
_PUT = "INSERT INTO identities (identity, person_id) VALUES (%s, %s) ON DUPLICATE KEY UPDATE identity = identity"
_NEW_PERSON = """
    INSERT INTO people (person_id, name, picture, time_zone, zone_told, locale, sharing, created_at)
    VALUES (%s, %s, %s, %s, FALSE, %s, FALSE, %s)
"""
_AS_SPOTIFY_SAYS = "UPDATE people SET name = IF(login IS NULL, %s, name), picture = %s WHERE person_id = %s"
"""Who has a local account chose their name themselves."""


async def found_or_made(transaction: Transaction, account: Account, now: int) -> str:
    """The person whom this account opens, made if there is none; their row is locked until the commit."""
    person_id = await _known(transaction, account)
    if person_id is None:
        person_id = await _made(transaction, account, now)
    if not await person_rows.held(transaction, person_id):
        raise Retryable("the person was erased meanwhile; the next try makes a new one")
    await rename(transaction, person_id, account.name, account.picture)
    return person_id


async def connected(transaction: Transaction, account: Account, person_id: str) -> None:
    """Let this account open that person's; their row is locked until the commit.

    Raises Refusal if it is another's, or if the person is gone.
    """
    if not await person_rows.held(transaction, person_id):
        raise refusals.signed_out_while_connecting()
    if await _known(transaction, account) is None:
        await transaction.execute(_PUT, (account.identity, person_id))
    if await _holder(transaction, account) != person_id:
        raise refusals.spotify_account_taken()
    await rename(transaction, person_id, account.name, account.picture)


async def rename(transaction: Transaction, person_id: str, name: str, picture: str | None) -> None:
    """Set what Spotify says about them."""
    await transaction.execute(_AS_SPOTIFY_SAYS, (name, picture, person_id))


async def _known(transaction: Transaction, account: Account) -> str | None:
    """By the identity or by its older form, which then becomes the identity."""
    row = await transaction.fetch_one(_WHOSE, (account.identity,))
    if row is None and account.legacy:
        row = await transaction.fetch_one(_WHOSE, (account.legacy,))
        if row is not None:
            sql = "UPDATE identities SET identity = %s WHERE identity = %s"
            await transaction.execute(sql, (account.identity, account.legacy))
    return str(row[0]) if row else None


async def _made(transaction: Transaction, account: Account, now: int) -> str:
    """A new person, or that of a sign-in that was faster.

    Looked for without a lock, then inserted: a lock on a row that is not there would keep out every other new person,
    and two of them would deadlock.
    """
    mine = uuid.uuid4().hex
    row = (mine, account.name, account.picture, DEFAULT_ZONE, DEFAULT_LOCALE, now)
    await transaction.execute(_NEW_PERSON, row)
    await transaction.execute(_PUT, (account.identity, mine))
    holder = await _holder(transaction, account)
    if holder != mine:
        await transaction.execute("DELETE FROM people WHERE person_id = %s", (mine,))
    return holder


async def _holder(transaction: Transaction, account: Account) -> str:
    """Whose it is after an insert: only a locking read sees that of somebody who was faster."""
    row = await transaction.fetch_one(f"{_WHOSE} FOR UPDATE", (account.identity,))
    if row is None:
        raise Retryable("whose account it was, was erased meanwhile")
    return str(row[0])

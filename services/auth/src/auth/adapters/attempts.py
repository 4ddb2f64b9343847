"""Wrong passwords in MariaDB, so that their limits hold over replicas and restarts."""

from auth.domain.attempts import CLIENT, FORGOTTEN_AFTER_MS, LOGIN, Attempts, subject
from chassis.database import Connection as Transaction
from chassis.database import Database

_MAKE = "INSERT INTO attempts (subject, failed, last_at) VALUES (%s, 0, 0) ON DUPLICATE KEY UPDATE subject = subject"
_LOCK = "SELECT failed, last_at FROM attempts WHERE subject = %s FOR UPDATE"
_COUNT = "UPDATE attempts SET failed = %s, last_at = %s WHERE subject = %s"
_SWEEP = "DELETE FROM attempts WHERE last_at <= %s LIMIT 100"


class MariaDbAttempts:
    """Implements the port AttemptLog."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def begin(self, login: str, client: str | None, now: int) -> int:
        """How long to wait, or 0, and then the attempt at the login counts as failed until `succeeded`.

        Counted first and under a lock, so that a thousand guesses at once are no more than one after the other.
        """
        async with self._database.transaction() as transaction:
            wait_ms = 0
            if client is not None:
                wait_ms = (await _locked(transaction, client)).wait_ms(CLIENT, now)
            at_login = await _locked(transaction, login)
            wait_ms = max(wait_ms, at_login.wait_ms(LOGIN, now))
            if wait_ms == 0:
                await transaction.execute(_COUNT, (at_login.remembered(now) + 1, now, login))
        return wait_ms

    async def failed(self, client: str, now: int) -> None:
        """Count it against the caller too. What is forgotten anyway is swept out on the way."""
        await self._database.execute(_SWEEP, (now - FORGOTTEN_AFTER_MS,))
        async with self._database.transaction() as transaction:
            so_far = await _locked(transaction, client)
            await transaction.execute(_COUNT, (so_far.remembered(now) + 1, now, client))

    async def succeeded(self, login: str) -> None:
        """Forget the attempts at the login; those of the caller stay, who may have an account to reset them with."""
        await self._database.execute("DELETE FROM attempts WHERE subject = %s", (login,))


async def forget(transaction: Transaction, person_id: str, login: str | None) -> None:
    """Forget the attempts at somebody's password, within somebody's transaction."""
    subjects = (subject("person", person_id), subject("login", login or ""))
    await transaction.execute("DELETE FROM attempts WHERE subject IN (%s, %s)", subjects)


async def _locked(transaction: Transaction, subject: str) -> Attempts:
    await transaction.execute(_MAKE, (subject,))
    row = await transaction.fetch_one(_LOCK, (subject,))
    return Attempts(*row) if row else Attempts()

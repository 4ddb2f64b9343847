"""Checking a password: the same work whether there is one or not, and ever longer pauses for who guesses."""

from auth.account_ports import Accounts, AttemptLog, Hasher
from auth.domain import account_refusals as refusals
from auth.domain.local_accounts import KeptPassword
from auth.domain.refusals import Refusal
from auth.ports import Audit
from chassis.clock import Clock


class PasswordCheck:
    """Twice: a wrong password counts twice; a right one is right again."""

    def __init__(self, accounts: Accounts, hasher: Hasher, attempts: AttemptLog, audit: Audit, clock: Clock) -> None:
        self._accounts = accounts
        self._hasher = hasher
        self._attempts = attempts
        self._audit = audit
        self._clock = clock

    async def __call__(
        self, kept: KeptPassword | None, password: str, by: str, client: str | None = None
    ) -> KeptPassword:
        """What is kept, if this is the password. Attempts are counted by `by` and by the caller. Raises Refusal.

        A try within a pause leaves nothing in the audit: those before it did, and whoever tries on could fill it.
        """
        self._hasher.check_room()
        now = self._clock()
        wait_ms = await self._attempts.begin(by, client, now)
        if wait_ms:
            raise refusals.too_many_attempts(-(-wait_ms // 1_000))
        try:
            return await self._checked(kept, password, by, client, now)
        except Refusal as refusal:
            person_id = kept.person_id if kept else None
            await self._audit.audit_alone("password-refused", person_id=person_id, detail=refusal.code)
            raise

    async def _checked(
        self, kept: KeptPassword | None, password: str, by: str, client: str | None, now: int
    ) -> KeptPassword:
        fits = await self._hasher.fits(kept.encoded if kept else None, password)
        if kept is None or not fits:
            if client is not None:
                await self._attempts.failed(client, now)
            raise refusals.password_refused()
        await self._attempts.succeeded(by)
        if self._hasher.is_outdated(kept.encoded):
            await self._accounts.encode_anew(kept, await self._hasher.encode(password))
        return kept

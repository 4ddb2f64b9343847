"""`change-password`: another one for a local account."""

from auth.account_ports import Accounts, Hasher, Sealing
from auth.domain import account_refusals as refusals
from auth.domain.attempts import subject
from auth.domain.local_accounts import checked_password, normal_password
from auth.handlers.password_check import PasswordCheck
from chassis.clock import Clock
from contracts.keys import credential_hash
from contracts.messages.accounts import ChangePassword, PasswordChanged


class ChangePasswordHandler:
    """Consumes ChangePassword, answers PasswordChanged.

    Twice: the password remembers the request that set it (sealed, and so unlike any other), and there are no sessions
    left to end.
    """

    def __init__(
        self, accounts: Accounts, check: PasswordCheck, hasher: Hasher, sealing: Sealing, clock: Clock
    ) -> None:
        self._accounts = accounts
        self._check = check
        self._hasher = hasher
        self._sealing = sealing
        self._clock = clock

    async def __call__(self, request: ChangePassword) -> PasswordChanged:
        """The old password is asked for even though the person is signed in. Raises Refusal."""
        kept = await self._accounts.password_of(request.person_id)
        if kept is None:
            raise refusals.no_local_account()
        request_hash = credential_hash(f"{request.old} {request.new}")
        if kept.request_hash == request_hash:
            return PasswordChanged(session_hashes=[])
        new = checked_password(self._sealing.open(request.new), kept.login)
        old = normal_password(self._sealing.open(request.old))
        await self._check(kept, old, subject("person", kept.person_id))
        ended = await self._accounts.change_password(
            kept, await self._hasher.encode(new), request_hash, request.keep_hash, self._clock()
        )
        if ended is None:
            raise refusals.password_refused()
        return PasswordChanged(session_hashes=ended)

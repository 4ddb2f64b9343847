"""A forgotten password: a link by whoever runs the instance, and what is done with it."""

from auth.account_ports import Hasher, Resets, Sealing
from auth.domain import account_refusals as refusals
from auth.domain.local_accounts import PasswordSet, checked_password, new_code, normal_login
from auth.domain.sessions import NewSession
from chassis.clock import Clock
from contracts.join_link import join_link
from contracts.keys import credential_hash
from contracts.messages.accounts import JoinByInvitation


class MakeResetLink:
    """Twice: the second link holds, the first is over."""

    def __init__(self, resets: Resets, public_url: str, clock: Clock) -> None:
        self._resets = resets
        self._public_url = public_url
        self._clock = clock

    async def __call__(self, login: str) -> str | None:
        """The link, good for a day and shown once; None if nobody has this login. Raises Retryable."""
        code = new_code()
        kept = await self._resets.keep(credential_hash(code), normal_login(login), self._clock())
        return join_link(self._public_url, code) if kept else None


class ResetPassword:
    """Does what such a link is for. Twice: the link remembers the session that it opened; nothing more is done."""

    def __init__(self, resets: Resets, hasher: Hasher, sealing: Sealing) -> None:
        self._resets = resets
        self._hasher = hasher
        self._sealing = sealing

    async def __call__(self, request: JoinByInvitation, login: str, now: int) -> PasswordSet:
        """Set the password of `login`, whom the link is for. Raises Refusal."""
        if normal_login(request.login) != login:
            raise refusals.another_login(login)
        self._hasher.check_room()
        encoded = await self._hasher.encode(checked_password(self._sealing.open(request.password), login))
        session = NewSession(request.session_hash, "password", request.device, request.old_session_hash)
        return await self._resets.use(request.code_hash, login, encoded, session, now)

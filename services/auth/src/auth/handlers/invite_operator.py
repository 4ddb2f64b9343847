"""The first operator: a link for whoever runs the instance, who needs no account for it."""

from dataclasses import dataclass

from auth.account_ports import Invitations
from auth.domain.local_accounts import new_code
from chassis.clock import Clock
from contracts.join_link import join_link
from contracts.keys import credential_hash


@dataclass(frozen=True)
class OperatorLink:
    """Shown once: only its hash is kept. `expires_at` in unix ms UTC."""

    url: str
    expires_at: int


class InviteOperator:
    """Twice: two links, each for one account."""

    def __init__(self, invitations: Invitations, public_url: str, clock: Clock) -> None:
        self._invitations = invitations
        self._public_url = public_url
        self._clock = clock

    async def __call__(self) -> OperatorLink:
        """Raises Retryable."""
        code = new_code()
        kept = await self._invitations.keep(credential_hash(code), None, True, self._clock())
        if kept is None:
            raise RuntimeError("256 random bits were used before")
        return OperatorLink(join_link(self._public_url, code), kept.expires_at)

"""Takes public shares away."""

from aggregator.handlers.answering import answer_with
from aggregator.handlers.freeze_share import ORIGIN
from aggregator.ports import AuditLog, Reply, ShareStore
from chassis.clock import Clock
from contracts.messages.audit import Audited
from contracts.messages.shares import RevokeShare, ShareRevoked


class EndShare:
    """Consumes `revoke-share`; emits `share-revoked` or `request-failed` to the one who asked, and `audited`.

    Running it twice is safe: for a day the second one finds what the first one did, and tells it under the same number.
    """

    def __init__(self, shares: ShareStore, audit: AuditLog, clock: Clock) -> None:
        self._shares = shares
        self._audit = audit
        self._clock = clock

    async def __call__(self, command: RevokeShare, reply: Reply) -> None:
        """Take one share away."""
        await answer_with(reply, lambda: self._revoked(command))

    async def _revoked(self, command: RevokeShare) -> ShareRevoked:
        revoked = await self._shares.revoke(command.person_id, command.share_id, self._clock())
        if revoked is None:
            return ShareRevoked(found=False)
        await self._audit.tell(
            Audited(
                origin=ORIGIN,
                number=revoked.number,
                at=revoked.at,
                happening="share-revoked",
                person_id=command.person_id,
                subject=command.share_id,
            )
        )
        return ShareRevoked(found=True)

"""Public shares: the aggregator freezes a report, the gateway shows it to whoever has its address."""

import secrets

from contracts.messages import Message
from contracts.messages.people import Profile
from contracts.messages.questions import By, WrappedQuestion
from contracts.messages.shares import FreezeWrapped, RevokeShare, ShareRevoked, WrappedFrozen
from contracts.topics import Topic
from gateway.domain.shares_view import ShareList, ShareView, share_view
from gateway.handlers.asking import M, ask_twice
from gateway.handlers.revisions import Revisions
from gateway.ports import Asks, SharesStore

_ID_BYTES = 16
LISTED = 10
"""So long are the lists of a share, as its page shows them."""


class Shares:
    """A person's shares. A request without a reply is sent once more: the same id makes the same share."""

    def __init__(self, asks: Asks, store: SharesStore, revisions: Revisions, public_url: str) -> None:
        self._asks = asks
        self._store = store
        self._revisions = revisions
        self._public_url = public_url

    async def of(self, person_id: str) -> ShareList:
        """The person's shares, newest first."""
        shares = await self._store.shares(person_id)
        return ShareList(items=tuple(share_view(share, self._public_url) for share in shares))

    async def create(self, profile: Profile, first_day: str | None, last_day: str | None, by: By) -> ShareView:
        """Freeze the report over a window as it is now, as others see it: without private sessions."""
        question = WrappedQuestion(
            person_id=profile.person_id,
            revision=await self._revisions.of(profile.person_id),
            time_zone=profile.time_zone,
            viewer="other",
            first_day=first_day,
            last_day=last_day,
            by=by,
            limit=LISTED,
        )
        request = FreezeWrapped(share_id=secrets.token_hex(_ID_BYTES), name=profile.name, question=question)
        frozen = await self._asked(profile.person_id, request, WrappedFrozen)
        return share_view(frozen.share, self._public_url)

    async def revoke(self, person_id: str, share_id: str) -> bool:
        """Take a share away; False where the person has no such share."""
        request = RevokeShare(person_id=person_id, share_id=share_id)
        return (await self._asked(person_id, request, ShareRevoked)).found

    async def _asked(self, person_id: str, request: Message, expected: type[M]) -> M:
        return await ask_twice(self._asks, Topic.WRAPPED_REQUESTS, person_id, request, expected)

"""What nobody may be remembered by."""

from contracts.messages.people_changes import PersonErased
from enricher.ports import Wishes


class ForgetWishesHandler:
    """Consumes `person-erased`; emits nothing: every open wish is forgotten, for it may be that person's.

    Wishes name no person, so whose they are cannot be told. What others look at is wished for again within a minute,
    when they look. Running it twice is safe for the same reason.
    """

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes

    async def __call__(self, _: PersonErased) -> None:
        """Raises Retryable where the store is away."""
        await self._wishes.forget_all()

"""What nobody may be remembered by."""

from collections.abc import Sequence

from contracts.messages.people_changes import PersonErased
from enricher.ports import Names


class ForgetNamesHandler:
    """Consumes `person-erased`; emits nothing: open wishes and kept answers go, for their names may be that person's.

    Neither says whose it is, so all of them go. What others look at is wished for again within a minute, when they
    look, and what is known of it stays known. Running it twice is safe for the same reason.
    """

    def __init__(self, stores: Sequence[Names]) -> None:
        self._stores = stores

    async def __call__(self, _: PersonErased) -> None:
        """Raises Retryable where a store is away."""
        for store in self._stores:
            await store.forget_all()

"""The revision of a person's history: which answer is the right one."""

from gateway.handlers.together import Together
from gateway.ports import ServingStore


class Revisions:
    """Looks into the store at every request, for many people at once: an import is seen as soon as it is done."""

    def __init__(self, store: ServingStore) -> None:
        self._found = Together(store.revisions)

    async def of(self, person_id: str) -> int:
        """The revision now, 0 without a history. Raises Retryable while the store does not answer."""
        return (await self._found.get([person_id])).get(person_id, 0)

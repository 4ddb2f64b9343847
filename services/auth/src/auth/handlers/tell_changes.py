"""Tells the others what they must know: what lies in the outbox."""

from auth.ports import Announcer, Outbox


class TellChanges:
    """Emits every message of the outbox, in their order.

    Running it twice is safe: what was told is gone from the outbox; after a crash between the two a message comes
    again with the same number, by which readers know it.
    """

    def __init__(self, outbox: Outbox, announcer: Announcer) -> None:
        self._outbox = outbox
        self._announcer = announcer

    async def __call__(self) -> int:
        """Tell all of them; how many these were. Raises Retryable, and the rest is told the next time."""
        told = 0
        while number := await self._outbox.tell(self._announcer.tell):
            told += number
        return told

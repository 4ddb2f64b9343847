"""Tells the others what they must know: what lies in the outbox."""

from auth.ports import Announcer, Outbox


class TellChanges:
    """Emits every message that lies in the outbox when it begins, in their order.

    What comes meanwhile is for the next round: whoever awaits a change of their own does not wait for all of others.

    Running it twice is safe: what was told is gone from the outbox; after a crash between the two a message comes
    again with the same number, by which readers know it.
    """

    def __init__(self, outbox: Outbox, announcer: Announcer) -> None:
        self._outbox = outbox
        self._announcer = announcer

    async def __call__(self) -> int:
        """Tell all of them; how many these were. Raises Retryable, and the rest is told the next time."""
        told, newest = 0, await self._outbox.newest()
        while number := await self._outbox.tell(self._announcer.tell, newest):
            told += number
        return told

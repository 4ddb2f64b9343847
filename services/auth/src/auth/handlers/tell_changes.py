"""Tells the others what people have changed that they must know."""

from auth.ports import Announcer, UntoldChanges


class TellChanges:
    """Emits SharingChanged for every change in the outbox, in their order.

    Running it twice is safe: what was told is gone from the outbox; after a crash between the two a message comes
    again with the same number, by which readers know it.
    """

    def __init__(self, untold: UntoldChanges, announcer: Announcer) -> None:
        self._untold = untold
        self._announcer = announcer

    async def __call__(self) -> int:
        """Tell all of them; how many these were. Raises Retryable, and the rest is told the next time."""
        told = 0
        while number := await self._untold.tell(self._announcer.sharing_changed):
            told += number
        return told

"""What the handlers need of the world."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import NamedTuple, Protocol

from chassis.errors import Retryable
from contracts.messages.media import MediaItem
from enricher.domain.media import Media, Preview


class CatalogueBlocked(Exception):
    """The catalogue must not be asked before `until_ms` (unix ms UTC)."""

    def __init__(self, until_ms: int) -> None:
        super().__init__(f"blocked until {until_ms}")
        self.until_ms = until_ms


class TurnLost(Retryable):
    """Another replica may work on the wishes now: no call may be made from here."""


class NeedsApplication(Exception):
    """Only an application that is registered at Spotify could be told, and this instance has none."""


class Catalogue(Protocol):
    """Somebody who knows pictures and samples."""

    async def find(self, item: MediaItem) -> Media | None:
        """Media of `item`, or None where the catalogue is sure to have none.

        Raises CatalogueBlocked, NeedsApplication, or Retryable where it does not answer: none of them means "none".
        """

    async def at_once(self) -> int:
        """For how many things it may be asked at a time."""


class Names(Protocol):
    """A store that holds names of things."""

    async def forget_all(self) -> None:
        """Hold none any more."""


class Wish(NamedTuple):
    """A thing to look for; `failures` tries in a row had no answer."""

    item: MediaItem
    failures: int


class Wishes(Names, Protocol):
    """The one queue of what somebody looks at and nobody knows yet; outlives restarts."""

    async def add(self, items: Sequence[MediaItem], now_ms: int) -> None:
        """Wish for these: what is wished for already was seen again, and may have got an id."""

    async def due(self, most: int, in_hand: Collection[str], now_ms: int) -> list[Wish]:
        """What to look for next, but for the keys in hand: what is looked at now, then what was played longest, songs
        and artists by turns before albums and shows.
        """

    async def done(self, keys: Collection[str]) -> None:
        """These are settled."""

    async def postpone(self, wishes: Mapping[str, int], *, failed: bool) -> None:
        """Not to be tried before the moment (unix ms) beside each key."""

    async def hasten(self, now_ms: int) -> None:
        """Make due what only waits for the end of a lock-out or of a day: there may be another budget now."""


class MediaStore(Protocol):
    """Where found media are kept."""

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        """Keys of those items that are settled: found, or missing, and not expired.

        What was missing by its name is not settled for somebody who brings an id.
        """

    async def put(self, settled: Sequence[tuple[MediaItem, Media | None, int]], now_ms: int) -> None:
        """Keep what was found for each item, or that there is nothing, until the moment beside it (unix ms)."""

    async def wait(self, waiting: Sequence[tuple[MediaItem, int]], now_ms: int) -> None:
        """These are not looked for before the moment beside each (unix ms)."""

    async def preview(self, key: str) -> Preview | None:
        """The kept sample of one thing."""


class Announcer(Protocol):
    """Tells the gateways."""

    async def media_ready(self, keys: Sequence[str]) -> None:
        """What is kept of these keys is new."""


class Expiring(Protocol):
    """A store of what is kept for a while."""

    async def clear(self, now_ms: int) -> None:
        """Forget what has expired."""


class Turns(Protocol):
    """Over all replicas one at a time may work on the wishes, so that limits are met once."""

    def turn(self) -> AbstractAsyncContextManager[None]:
        """Wait for the turn and hold it. Raises Retryable where another has it."""

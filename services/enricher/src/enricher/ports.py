"""What the handlers need of the world."""

from collections.abc import Sequence
from typing import Protocol

from contracts.messages.media import MediaItem
from enricher.domain.media import Media


class CatalogueBlocked(Exception):
    """The catalogue must not be asked before `until_ms` (unix ms UTC)."""

    def __init__(self, until_ms: int) -> None:
        super().__init__(f"blocked until {until_ms}")
        self.until_ms = until_ms


class Catalogue(Protocol):
    """Somebody who knows pictures and samples."""

    async def find(self, item: MediaItem) -> Media | None:
        """Media of `item`, or None where the catalogue is sure to have none.

        Raises CatalogueBlocked, or Retryable where it does not answer: neither means "none".
        """


class MediaStore(Protocol):
    """Where found media are kept."""

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        """Keys of those items that are settled: found, or missing, and not expired.

        What was missing by its name is not settled for somebody who brings an id.
        """

    async def put(self, item: MediaItem, media: Media | None, now_ms: int) -> None:
        """Keep what was found for `item`, or that there is nothing. Replaces what was there."""


class Announcer(Protocol):
    """Tells the gateways."""

    async def media_ready(self, keys: Sequence[str]) -> None:
        """Media of these keys are settled."""

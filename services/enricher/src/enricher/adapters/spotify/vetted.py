"""Nothing that leads elsewhere than to Spotify leaves a catalogue of Spotify's."""

from contracts.messages.media import MediaItem
from enricher.domain.addresses import vetted
from enricher.domain.media import Media
from enricher.ports import Catalogue


class VettedCatalogue:
    """Implements Catalogue by another one."""

    def __init__(self, catalogue: Catalogue, open_url: str) -> None:
        self._catalogue = catalogue
        self._open_url = open_url

    async def find(self, item: MediaItem) -> Media | None:
        """What the other finds, as far as browsers may be sent there. Raises as the other does."""
        media = await self._catalogue.find(item)
        return vetted(media, self._open_url) if media else None

    async def at_once(self) -> int:
        """As many as the other."""
        return await self._catalogue.at_once()

"""What can be shown without any application at Spotify: covers and samples of whatever an export names by id."""

from contracts.messages.media import MediaItem
from contracts.spotify_ids import is_spotify_id
from enricher.adapters.spotify.oembed import OEmbed
from enricher.domain.media import Media
from enricher.ports import NeedsApplication


class KeylessCatalogue:
    """Implements Catalogue by oEmbed alone."""

    def __init__(self, oembed: OEmbed, in_flight: int) -> None:
        self._oembed = oembed
        self._in_flight = in_flight

    async def find(self, item: MediaItem) -> Media | None:
        """Media of `item`, or None. Raises NeedsApplication, CatalogueBlocked and Retryable."""
        if item.sample_id is None or item.kind == "artist":
            raise NeedsApplication
        if not is_spotify_id(item.sample_id):
            return None
        ask = {"track": self._oembed.track, "album": self._oembed.cover, "show": self._oembed.episode}
        return await ask[item.kind](item.sample_id)

    async def at_once(self) -> int:
        """As many as calls may be in flight."""
        return self._in_flight

"""Pictures without any credentials: Spotify's oEmbed (spotify.md 3.1)."""

from typing import Literal

from enricher.adapters.call_gate import OPEN_SITE
from enricher.adapters.spotify_api import SpotifyApi
from enricher.domain.answers import Embed
from enricher.domain.media import Media, embedded, of_embed

OembedKind = Literal["track", "episode"]


class OEmbed:
    """Knows covers of tracks and episodes by id."""

    def __init__(self, open_site: SpotifyApi, link_url: str, embed_url: str) -> None:
        """`link_url` is where people see the thing, `embed_url` where they hear it."""
        self._open_site = open_site
        self._link_url = link_url
        self._embed_url = embed_url

    async def find(self, kind: OembedKind, item_id: str, *, playable: bool) -> Media | None:
        """Cover and link, with the embed as sample if `playable`; None for an unknown id.

        Raises CatalogueBlocked and Retryable.
        """
        embed = await self._open_site.get(OPEN_SITE, "/oembed", {"url": f"spotify:{kind}:{item_id}"}, Embed)
        if embed is None:
            return None
        link = f"{self._link_url}/{kind}/{item_id}"
        return of_embed(embed, item_id, link, embedded(item_id, self._embed_url) if playable else None)

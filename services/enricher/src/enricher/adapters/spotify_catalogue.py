"""From a title to its media: by id where the export gave one, else by a search that accepts only equal names."""

from collections import OrderedDict
from urllib.parse import quote

from contracts.messages.media import MediaItem
from enricher.adapters.spotify_api import SpotifyApi
from enricher.domain.answers import Artist, Episode, FoundArtists, FoundTracks, Track
from enricher.domain.media import Media, of_thing, of_track
from enricher.domain.names import artist_of, matching_artist, matching_track, search_phrase

_REMEMBERED_TRACKS = 512
_SEARCH_LIMIT = "10"


class SpotifyCatalogue:
    """Implements Catalogue. One track's answer serves its cover, its album and its artist."""

    def __init__(self, api: SpotifyApi, embed_url: str, market: str) -> None:
        self._api = api
        self._embed_url = embed_url
        self._market = market
        self._tracks: OrderedDict[str, Track | None] = OrderedDict()

    async def find(self, item: MediaItem) -> Media | None:
        """Media of `item`, or None. Raises CatalogueBlocked and Retryable."""
        if item.kind == "show":
            return await self._show(item)
        track = await self._track(item)
        if item.kind == "artist":
            return await self._artist(item, track)
        if track is None:
            return None
        return of_track(track, self._embed_url) if item.kind == "track" else of_thing(track.album)

    async def _track(self, item: MediaItem) -> Track | None:
        if item.sample_id:
            return await self._track_by_id(item.sample_id)
        if item.kind == "track" and item.title:
            phrase = f'track:"{search_phrase(item.title)}" artist:"{search_phrase(item.artist)}"'
            found = await self._api.get("search", "/search", self._searched("track", phrase), FoundTracks)
            return matching_track(found.tracks.items if found else [], item.title, item.artist)
        return None

    async def _track_by_id(self, track_id: str) -> Track | None:
        if track_id not in self._tracks:
            path = f"/tracks/{quote(track_id, safe='')}"
            self._tracks[track_id] = await self._api.get("tracks", path, {"market": self._market}, Track)
            if len(self._tracks) > _REMEMBERED_TRACKS:
                self._tracks.popitem(last=False)
        return self._tracks[track_id]

    async def _artist(self, item: MediaItem, track: Track | None) -> Media | None:
        named = artist_of(track, item.artist) if track else None
        if named is None:
            phrase = f'artist:"{search_phrase(item.artist)}"'
            found = await self._api.get("search", "/search", self._searched("artist", phrase), FoundArtists)
            named = matching_artist(found.artists.items if found else [], item.artist)
        if named is None or named.images is not None:
            return of_thing(named) if named else None
        artist = await self._api.get("artists", f"/artists/{named.id}", {}, Artist)
        return of_thing(artist) if artist else None

    async def _show(self, item: MediaItem) -> Media | None:
        if not item.sample_id:
            return None
        path = f"/episodes/{quote(item.sample_id, safe='')}"
        episode = await self._api.get("episodes", path, {"market": self._market}, Episode)
        return of_thing(episode.show) if episode and episode.show else None

    def _searched(self, kind: str, phrase: str) -> dict[str, str]:
        return {"q": phrase, "type": kind, "limit": _SEARCH_LIMIT, "market": self._market}

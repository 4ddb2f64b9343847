"""A stand-in for Apple's iTunes Search API, songs only (performance-partners.apple.com/search-api), below `/itunes`.

About 20 calls a minute, then status 403; the body comes after empty lines, as JavaScript; addresses of samples stay.
"""

import json
import re
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from tests.harness.sample_world import Allowance, Song, World

_HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "max-age=86400"}


class ItunesDouble:
    """Every documented field is there; there is no recording code, and no `previewUrl` where there is no sample."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._allowance = Allowance(20, 60_000, world.clock)

    def routes(self) -> Sequence[web.RouteDef]:
        """Search, lookup and samples."""
        return [
            web.get("/itunes/search", self._search),
            web.get("/itunes/lookup", self._lookup),
            web.get("/itunes/preview/{number}", self._sample),
        ]

    async def _search(self, request: web.Request) -> web.Response:
        """Songs with any word of the term, the best not first."""
        asked = dict(request.query)
        words = set(asked.pop("term", "").casefold().split())
        limit = asked.pop("limit", "50")
        valid = set(asked) == {"media", "entity", "country"} and (asked["media"], asked["entity"]) == ("music", "song")
        if not valid or not re.fullmatch("[0-9]{1,2}|1[0-9]{2}|200", limit):
            return _invalid()
        found = [song for song in self._world.songs if words & set(f"{song.artist} {song.title}".casefold().split())]
        return self._results(request, found[: int(limit)])

    async def _lookup(self, request: web.Request) -> web.Response:
        if set(request.query) != {"id", "country"}:
            return _invalid()
        numbers = request.query["id"].split(",")
        return self._results(request, [song for number in numbers if (song := self._world.song(number))])

    def _results(self, request: web.Request, songs: Sequence[Song]) -> web.Response:
        if self._allowance.used_up() or self._world.switches.quota:
            return web.Response(status=403)
        if not re.fullmatch("[A-Z]{2}", request.query["country"]):
            return _invalid()
        results = [] if self._world.switches.no_data else [self._song(request, song) for song in songs]
        text = "\n\n\n" + json.dumps({"resultCount": len(results), "results": results})
        return web.Response(text=text, content_type="text/javascript", headers=_HEADERS)

    def _song(self, request: web.Request, song: Song) -> dict[str, Any]:
        switches, country = self._world.switches, request.query["country"].lower()
        link = f"https://music.apple.com/{country}/album/{song.number}2?i={song.number}&uo=4"
        preview = f"{request.url.origin()}/itunes/preview/{song.number}"
        return _song(
            song,
            country,
            link if switches.link is None else switches.link,
            preview if switches.preview is None else switches.preview,
        )

    async def _sample(self, request: web.Request) -> web.Response:
        return self._world.sound(request.match_info["number"])


def _invalid() -> web.Response:
    return web.json_response({"errorMessage": "Invalid value(s) for key(s)"}, status=400)


def _song(song: Song, country: str, link: str, preview: str) -> dict[str, Any]:
    artist, album = f"{song.number}1", f"{song.number}2"
    store, artwork = f"https://music.apple.com/{country}", "https://is1-ssl.mzstatic.com/image/thumb/Music/made-up"
    return {
        **{"wrapperType": "track", "kind": "song", "artistId": int(artist), "collectionId": int(album)},
        **{"trackId": song.number, "artistName": song.artist, "collectionName": song.title, "trackName": song.title},
        **{"collectionCensoredName": song.title, "trackCensoredName": song.title, "trackViewUrl": link},
        **{"artistViewUrl": f"{store}/artist/{artist}?uo=4", "collectionViewUrl": f"{store}/album/{album}?uo=4"},
        **({"previewUrl": preview} if preview else {}),
        **{f"artworkUrl{size}": f"{artwork}/{size}x{size}bb.jpg" for size in (30, 60, 100)},
        **{"collectionPrice": 9.99, "trackPrice": 1.29, "currency": "EUR", "country": "DEU"},
        **{"collectionExplicitness": "notExplicit", "trackExplicitness": "notExplicit", "isStreamable": True},
        **{"discCount": 1, "discNumber": 1, "trackCount": 1, "trackNumber": 1, "trackTimeMillis": song.duration_ms},
        **{"releaseDate": "2026-01-09T12:00:00Z", "primaryGenreName": "Jazz"},
    }

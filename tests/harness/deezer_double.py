"""A stand-in for Deezer's public API as far as samples need it (developers.deezer.com/api), below `/deezer`.

50 calls in 5 s; errors come with status 200; the address of a sample is signed and ends after 900 s.
"""

import hashlib
import re
from collections.abc import Sequence
from typing import Any

from aiohttp import web

from tests.harness.sample_world import Allowance, Song, World

SAMPLE_ENDS_S = 900
_SEAL_KEY = b"made up"


class DeezerDouble:
    """Every documented field is there; durations are seconds."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._allowance = Allowance(50, 5_000, world.clock)

    def routes(self) -> Sequence[web.RouteDef]:
        """Tracks by id and by recording code, and their samples."""
        return [web.get("/deezer/track/{which}", self._track), web.get("/deezer/preview/{number}", self._sample)]

    async def _track(self, request: web.Request) -> web.Response:
        switches, which = self._world.switches, request.match_info["which"]
        if self._allowance.used_up() or switches.quota:
            return _error("Exception", "Quota limit exceeded", 4)
        if switches.error_code is not None:
            return _error("Exception", "Something", switches.error_code)
        if request.query or not re.fullmatch(r"[0-9]+|isrc:[A-Z]{2}[A-Z0-9]{3}[0-9]{7}", which):
            return _error("ParameterException", "Wrong parameter", 500)
        song = next((song for song in self._world.songs if which in {str(song.number), f"isrc:{song.isrc}"}), None)
        if song is None or switches.no_data:
            return _error("DataException", "no data", 800)
        link = f"https://www.deezer.com/track/{song.number}" if switches.link is None else switches.link
        preview = self._address(request, song) if switches.preview is None else switches.preview
        return web.json_response(_track(song, link, preview))

    def _address(self, request: web.Request, song: Song) -> str:
        path, ends = f"/deezer/preview/{song.number}", self._world.clock() // 1000 + SAMPLE_ENDS_S
        return f"{request.url.origin()}{path}?hdnea=exp={ends}~acl={path}*~hmac={_seal(path, ends)}"

    async def _sample(self, request: web.Request) -> web.Response:
        """403 after its end, and for an address that nobody was given."""
        ticket = re.fullmatch(r"exp=([0-9]+)~acl=(\S+)\*~hmac=([0-9a-f]+)", request.query.get("hdnea", ""))
        if not ticket or ticket[2] != request.path or ticket[3] != _seal(request.path, int(ticket[1])):
            return web.Response(status=403)
        if self._world.clock() >= int(ticket[1]) * 1000:
            return web.Response(status=403)
        return self._world.sound(request.match_info["number"])


def _seal(path: str, ends: int) -> str:
    return hashlib.blake2b(f"{path} {ends}".encode(), key=_SEAL_KEY, digest_size=16).hexdigest()


def _error(kind: str, message: str, code: int) -> web.Response:
    return web.json_response({"error": {"type": kind, "message": message, "code": code}})


def _track(song: Song, link: str, preview: str) -> dict[str, Any]:
    short, _, version = song.title.partition(" - ")
    artist, album = f"{song.number}1", f"{song.number}2"
    return {
        **{"id": song.number, "readable": True, "title": song.title, "title_short": short, "title_version": version},
        **{"isrc": song.isrc, "link": link, "duration": song.duration_ms // 1000, "rank": 100_000},
        **{"explicit_lyrics": False, "preview": preview, "md5_image": f"{song.number:032x}"},
        "artist": {
            **{"id": int(artist), "name": song.artist, "link": f"https://www.deezer.com/artist/{artist}"},
            **_images("picture", f"https://api.deezer.com/artist/{artist}/image"),
            **{"tracklist": f"https://api.deezer.com/artist/{artist}/top?limit=50", "type": "artist"},
        },
        "album": {
            **{"id": int(album), "title": song.title, "md5_image": f"{song.number:032x}"},
            **_images("cover", f"https://api.deezer.com/album/{album}/image"),
            **{"tracklist": f"https://api.deezer.com/album/{album}/tracks", "type": "album"},
        },
        "type": "track",
    }


def _images(name: str, address: str) -> dict[str, str]:
    return {name: address} | {f"{name}_{size}": f"{address}?size={size}" for size in ("small", "medium", "big", "xl")}

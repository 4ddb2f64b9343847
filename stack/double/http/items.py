"""GET /v1/{tracks,artists,albums,shows,episodes}: one by id, several in extended mode only."""

from collections.abc import Callable

from aiohttp import web

from stack.double.documents import Documents, Json
from stack.double.http.errors import ApiError
from stack.double.http.keys import documents_for, world_of
from stack.double.http.paging import page, slice_of, whole_number
from stack.double.ids import is_id
from stack.double.items import Album
from stack.double.world import World

_MOST_IDS = 50

Finding = Callable[[World, Documents, web.Request, str], Json | None]
"""The document of the thing with an id, or None if there is none."""


def _track(world: World, documents: Documents, request: web.Request, item_id: str) -> Json | None:
    found = world.catalogue.track(item_id)
    return documents.track(found) if found else None


def _artist(world: World, documents: Documents, request: web.Request, item_id: str) -> Json | None:
    found = world.catalogue.artist(item_id)
    return documents.artist(found) if found else None


def _album(world: World, documents: Documents, request: web.Request, item_id: str) -> Json | None:
    found = world.catalogue.album(item_id)
    return documents.album(found, _tracks_page(request, found, limit=50, offset=0)) if found else None


def _show(world: World, documents: Documents, request: web.Request, item_id: str) -> Json | None:
    found = world.catalogue.show(item_id)
    return documents.show(found) if found else None


def _episode(world: World, documents: Documents, request: web.Request, item_id: str) -> Json | None:
    found = world.catalogue.episode(item_id)
    return documents.episode(found) if found else None


_FINDINGS: dict[str, Finding] = {
    "tracks": _track,
    "artists": _artist,
    "albums": _album,
    "shows": _show,
    "episodes": _episode,
}
KINDS = "|".join(_FINDINGS)


async def one(request: web.Request) -> web.Response:
    """GET /v1/{kind}/{id}: 400 for what is no id, 404 for an unknown one."""
    item_id = checked_id(request.match_info["id"])
    document = _FINDINGS[request.match_info["kind"]](world_of(request), documents_for(request), request, item_id)
    if document is None:
        raise ApiError(404, "Resource not found")
    return web.json_response(document)


async def several(request: web.Request) -> web.Response:
    """GET /v1/{kind}?ids=: at most 50 in extended mode, null for unknown ones; 403 in development mode."""
    world = world_of(request)
    if world.switches.now.mode == "D":
        raise ApiError(403, "Forbidden")
    ids = [checked_id(text) for text in request.query.get("ids", "").split(",")]
    if len(ids) > _MOST_IDS:
        raise ApiError(400, "Too many ids requested")
    kind, documents = request.match_info["kind"], documents_for(request)
    return web.json_response({kind: [_FINDINGS[kind](world, documents, request, item_id) for item_id in ids]})


async def album_tracks(request: web.Request) -> web.Response:
    """GET /v1/albums/{id}/tracks."""
    album = world_of(request).catalogue.album(checked_id(request.match_info["id"]))
    if album is None:
        raise ApiError(404, "Resource not found")
    limit = whole_number(request, "limit", 20, 1, 50)
    return web.json_response(_tracks_page(request, album, limit, whole_number(request, "offset", 0, 0, 1_000)))


async def artist_albums(request: web.Request) -> web.Response:
    """GET /v1/artists/{id}/albums: at most 10 a page in development mode."""
    world, documents = world_of(request), documents_for(request)
    artist = world.catalogue.artist(checked_id(request.match_info["id"]))
    if artist is None:
        raise ApiError(404, "Resource not found")
    most, usual = (50, 20) if documents.extended else (10, 5)
    limit = whole_number(request, "limit", usual, 1, most)
    offset = whole_number(request, "offset", 0, 0, 1_000)
    albums = world.catalogue.albums_of(artist)
    shown = [documents.album_link(album) for album in slice_of(albums, limit, offset)]
    return web.json_response(page(request, shown, len(albums), limit, offset))


async def removed(request: web.Request) -> web.Response:
    """What applications of this kind may no longer call: 403."""
    raise ApiError(403, "Forbidden")


async def unknown(request: web.Request) -> web.Response:
    """What the Web API does not have: 404."""
    raise ApiError(404, "Service not found")


def checked_id(text: str) -> str:
    """The id, or 400."""
    if not is_id(text):
        raise ApiError(400, "Invalid base62 id")
    return text


def _tracks_page(request: web.Request, album: Album, limit: int, offset: int) -> Json:
    documents = documents_for(request)
    tracks = world_of(request).catalogue.tracks_of(album)
    shown = [documents.track_link(track) for track in slice_of(tracks, limit, offset)]
    return page(request, shown, len(tracks), limit, offset)

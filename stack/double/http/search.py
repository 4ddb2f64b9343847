"""GET /v1/search (spotify.md 2.3 and 5)."""

from collections.abc import Sequence

from aiohttp import web

from stack.double.documents import Json
from stack.double.http.errors import ApiError
from stack.double.http.keys import documents_for, world_of
from stack.double.http.paging import page, slice_of, whole_number
from stack.double.ids import id_of
from stack.double.queries import Query, UnsupportedQuery, normalised, parse_query

TYPES = frozenset({"album", "artist", "playlist", "track", "show", "episode", "audiobook"})
_FURTHEST = 1_000


async def search(request: web.Request) -> web.Response:
    """One page per asked type; limit ≤ 10 (5) in development mode, ≤ 50 (20) in extended mode."""
    extended = documents_for(request).extended
    query = _query(request)
    types = _types(request)
    limit = whole_number(request, "limit", 20 if extended else 5, 0, 50 if extended else 10)
    offset = whole_number(request, "offset", 0, 0, _FURTHEST)
    if limit + offset > _FURTHEST:
        raise ApiError(400, "Limit + Offset exceeds maximum of 1000")
    answer: Json = {}
    for kind in types:
        found = _with_nulls(request, kind, [] if _is_unfindable(request, query) else _found(request, kind, query))
        answer[f"{kind}s"] = page(request, slice_of(found, limit, offset), len(found), limit, offset)
    return web.json_response(answer)


def _query(request: web.Request) -> Query:
    q = request.query.get("q", "").strip()
    if not q:
        raise ApiError(400, "No search query")
    try:
        return parse_query(q)
    except UnsupportedQuery:
        raise ApiError(404, "Resource not found") from None


def _types(request: web.Request) -> list[str]:
    types = [text for text in request.query.get("type", "").split(",") if text]
    if not types:
        raise ApiError(400, "Missing parameter type")
    for kind in types:
        if kind not in TYPES:
            raise ApiError(400, f"Bad search type field {kind}")
    return types


def _found(request: web.Request, kind: str, query: Query) -> Sequence[Json | None]:
    finder, documents = world_of(request).finder, documents_for(request)
    if kind == "track":
        return [documents.track(track) for track in finder.tracks(query)]
    if kind == "artist":
        return [documents.artist(artist) for artist in finder.artists(query)]
    if kind == "album":
        return [documents.album_link(album) for album in finder.albums(query)]
    if kind == "show":
        return [documents.show(show) for show in finder.shows(query)]
    if kind == "playlist":
        return _playlists(request, query)
    return []


def _playlists(request: web.Request, query: Query) -> Sequence[Json | None]:
    name = f"{query.text or query.filters.get('track', 'Mixed')} and more"
    playlist = documents_for(request).playlist(id_of("playlist", name), name)
    return [None, playlist, None] if world_of(request).switches.now.null_playlist_items else [playlist]


def _with_nulls(request: web.Request, kind: str, found: Sequence[Json | None]) -> Sequence[Json | None]:
    """A null before each track and artist, if the switch says so; else what was found."""
    if kind not in ("track", "artist") or not world_of(request).switches.now.null_items:
        return found
    return [item for thing in found for item in (None, thing)]


def _is_unfindable(request: web.Request, query: Query) -> bool:
    names = {normalised(name) for name in world_of(request).switches.now.unfindable}
    return any(normalised(asked) in names for asked in (query.text, *query.filters.values()) if asked)

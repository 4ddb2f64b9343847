"""GET /v1/me and what hangs below it: the account, top items, recently played."""

from datetime import UTC, datetime

from aiohttp import web

from stack.double.documents import Json
from stack.double.http.errors import ApiError
from stack.double.http.keys import CALLER, documents_for, needs_person, world_of
from stack.double.http.paging import here, page, slice_of, whole_number
from stack.double.ids import digest
from stack.double.items import Track
from stack.double.switches import FeedPlay

FEED_DEPTH = 50
"""Spotify remembers no more plays than this."""
SHORTEST_MS = 30_000
"""Only longer plays are in the feed."""
_RANGES = frozenset({"short_term", "medium_term", "long_term"})


async def me(request: web.Request) -> web.Response:
    """The account of the token's person; client credentials have none."""
    person = needs_person(request)
    return web.json_response(documents_for(request).person(person, request[CALLER].scopes))


async def top(request: web.Request) -> web.Response:
    """GET /v1/me/top/{artists|tracks}: the catalogue's, in an order of each person's own."""
    person = needs_person(request, "user-top-read")
    if request.query.get("time_range", "medium_term") not in _RANGES:
        raise ApiError(400, "Invalid time range")
    limit = whole_number(request, "limit", 20, 1, 50)
    offset = whole_number(request, "offset", 0, 0, 1_000)
    documents, catalogue = documents_for(request), world_of(request).catalogue
    kind = request.match_info["kind"]
    known = list(catalogue.artists if kind == "artists" else catalogue.tracks)
    liked = sorted(known, key=lambda item_id: digest("liked", person.id, item_id))
    shown: list[Json] = [
        documents.artist(catalogue.artists[item_id])
        if kind == "artists"
        else documents.track(catalogue.tracks[item_id])
        for item_id in slice_of(liked, limit, offset)
    ]
    return web.json_response(page(request, shown, len(liked), limit, offset))


async def recently_played(request: web.Request) -> web.Response:
    """The last 50 plays, newest first; `after` and `before` are exclusive, in unix ms, and exclude each other.

    With `after`, the page holds the oldest plays past it, as Spotify's does.
    """
    person = needs_person(request, "user-read-recently-played")
    limit = whole_number(request, "limit", 20, 1, FEED_DEPTH)
    after, before = _cursor(request, "after"), _cursor(request, "before")
    if after is not None and before is not None:
        raise ApiError(400, "Only one of after and before may be given")
    plays = _feed(request, person.id)
    if after is not None:
        newer = [entry for entry in plays if entry[0].played_at > after]
        shown = newer[-limit:]
    else:
        shown = [entry for entry in plays if before is None or entry[0].played_at < before][:limit]
    return web.json_response(_feed_page(request, shown, limit))


def _cursor(request: web.Request, name: str) -> int | None:
    return whole_number(request, name, 0, 0, 10**15) if name in request.query else None


def _feed(request: web.Request, person: str) -> list[tuple[FeedPlay, Track]]:
    world = world_of(request)
    plays = sorted(world.switches.now.feeds.get(person, ()), key=lambda play: play.played_at, reverse=True)
    known = ((play, world.catalogue.track(play.track)) for play in plays)
    long_enough = [(play, track) for play, track in known if track is not None and track.duration_ms > SHORTEST_MS]
    return long_enough[:FEED_DEPTH]


def _feed_page(request: web.Request, shown: list[tuple[FeedPlay, Track]], limit: int) -> Json:
    documents = documents_for(request)
    items = [
        {"track": documents.track(track), "played_at": _iso(play.played_at), "context": None} for play, track in shown
    ]
    if not shown:
        return {"href": here(request), "items": items, "limit": limit, "next": None, "cursors": None}
    newest, oldest = str(shown[0][0].played_at), str(shown[-1][0].played_at)
    feed = f"{world_of(request).settings.public_url}{request.path}"
    return {
        "href": here(request),
        "items": items,
        "limit": limit,
        "next": f"{feed}?before={oldest}&limit={limit}",
        "cursors": {"after": newest, "before": oldest},
    }


def _iso(moment_ms: int) -> str:
    moment = datetime.fromtimestamp(moment_ms // 1_000, UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment_ms % 1_000:03d}Z"

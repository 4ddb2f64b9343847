"""The double as one aiohttp application."""

from aiohttp import web

from stack.double.http import admin, authorize, items, login, me, media, open, search, things, token
from stack.double.http.guard import guard
from stack.double.http.keys import WORLD
from stack.double.world import World

_REMOVED = (
    "/artists/{id}/top-tracks",
    "/artists/{id}/related-artists",
    "/audio-features/{id}",
    "/audio-features",
    "/audio-analysis/{id}",
    "/browse/new-releases",
    "/browse/categories",
    "/markets",
    "/users/{id}",
    "/users/{id}/playlists",
)
"""Closed to new applications; some of it is open to old extended ones, which the double does not play."""


def create_app(world: World) -> web.Application:
    """Accounts, Web API, open site and switches of one double."""
    app = web.Application()
    app[WORLD] = world
    app.router.add_get("/", admin.home)
    app.router.add_get("/_double/switches", admin.show)
    app.router.add_post("/_double/switches", admin.change)
    app.router.add_delete("/_double/switches", admin.reset)
    app.router.add_get("/_double/calls", admin.calls)
    app.router.add_get("/_double/renewals", admin.renewals)
    app.router.add_get("/authorize", authorize.ask)
    app.router.add_post("/authorize", authorize.decide)
    app.router.add_get("/login", login.show)
    app.router.add_post("/login", login.pick)
    app.router.add_post("/api/token", token.token)
    app.router.add_get("/oembed", open.oembed)
    app.router.add_get(f"/embed/{{kind:{things.KINDS}}}/{{id}}", open.embed)
    app.router.add_get(f"/{{kind:{things.KINDS}}}/{{id}}", open.thing_page)
    app.router.add_get("/image/{id}", media.image)
    app.router.add_get("/sample/{id}", media.sound)
    app.add_subapp("/v1", _web_api())
    return app


def _web_api() -> web.Application:
    api = web.Application(middlewares=[guard])
    api.router.add_get("/me", me.me)
    api.router.add_get("/me/top/{kind:artists|tracks}", me.top)
    api.router.add_get("/me/player/recently-played", me.recently_played)
    api.router.add_get("/search", search.search)
    api.router.add_get("/albums/{id}/tracks", items.album_tracks)
    api.router.add_get("/artists/{id}/albums", items.artist_albums)
    for path in _REMOVED:
        api.router.add_get(path, items.removed)
    api.router.add_get(f"/{{kind:{items.KINDS}}}", items.several)
    api.router.add_get(f"/{{kind:{items.KINDS}}}/{{id}}", items.one)
    api.router.add_route("*", "/{rest:.*}", items.unknown)
    return api

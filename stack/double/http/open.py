"""The open site without sign-in: oEmbed, embeds and pages of things (spotify.md 3)."""

import asyncio
from html import escape

from aiohttp import web

from stack.double.documents import Json
from stack.double.http.errors import outage
from stack.double.http.keys import world_of
from stack.double.http.pages import embed_page, page
from stack.double.http.things import Thing, addressed, thing
from stack.double.world import World

_ANYBODY = {"Access-Control-Allow-Origin": "*"}
_PERMITTED = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture"


async def oembed(request: web.Request) -> web.Response:
    """GET /oembed?url=: 404 without a body for what is unknown, 504 without `url`."""
    world = world_of(request)
    world.calls["oembed"] += 1
    if world.switches.now.latency_ms:
        await asyncio.sleep(world.switches.now.latency_ms / 1_000)
    down = outage(world.switches.now.oembed_outage)
    if down is not None:
        return down
    refusal = world.limits.take_oembed(world.switches.now, world.now())
    if refusal is not None:
        return web.Response(status=429, text="Too many requests", headers=_ANYBODY | refusal.headers)
    if "url" not in request.query:
        return web.Response(status=504, text="Gateway timeout", headers=_ANYBODY)
    found = addressed(world, request.query["url"])
    if found is None:
        return web.Response(status=404, headers=_ANYBODY)
    return web.json_response(_oembed(world, found), headers=_ANYBODY)


async def embed(request: web.Request) -> web.Response:
    """GET /embed/{kind}/{id}: a small player; 200 even for unknown ids, as Spotify's."""
    found = thing(world_of(request), request.match_info["kind"], request.match_info["id"])
    if found is None:
        return embed_page("Not found", "", "<p>Nothing is known by this id.</p>")
    words = f"<p><strong>{escape(found.title)}</strong> · {escape(found.by)}</p>"
    return embed_page(found.title, _picture(found, 64), words + _audio(found))


async def thing_page(request: web.Request) -> web.Response:
    """GET /{kind}/{id}: what `external_urls` point to."""
    found = thing(world_of(request), request.match_info["kind"], request.match_info["id"])
    if found is None:
        raise web.HTTPNotFound
    words = f"<h1>{escape(found.title)}</h1><p>{escape(found.by)}</p>"
    return page(found.title, f"<main>{_picture(found, 300)}{words}{_audio(found)}</main>")


def _picture(shown: Thing, side: int) -> str:
    return f'<img class="art" src="/image/{shown.pictures[1]}" width="{side}" height="{side}" alt="">'


def _audio(shown: Thing) -> str:
    if shown.kind not in ("track", "episode"):
        return ""
    return (
        f'<audio controls preload="none" src="/sample/{shown.id}" aria-label="Sample of {escape(shown.title)}"></audio>'
    )


def _oembed(world: World, shown: Thing) -> Json:
    height = 152 if shown.kind in ("track", "episode") else 352
    side = 320 if shown.kind == "artist" else 300
    address = f"{world.settings.public_url}/embed/{shown.kind}/{shown.id}?utm_source=oembed"
    frame = (
        f'<iframe style="border-radius: 12px" width="100%" height="{height}" '
        f'title="Spotify Embed: {escape(shown.title)}" frameborder="0" allowfullscreen '
        f'allow="{_PERMITTED}" loading="lazy" src="{address}"></iframe>'
    )
    return {
        "html": frame,
        "iframe_url": address,
        "width": 456,
        "height": height,
        "version": "1.0",
        "provider_name": "Spotify",
        "provider_url": "https://spotify.com",
        "type": "rich",
        "title": shown.title,
        "thumbnail_url": f"{world.settings.public_url}/image/{shown.pictures[1]}",
        "thumbnail_width": side,
        "thumbnail_height": side,
    }

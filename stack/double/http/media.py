"""GET /image/{id} and /sample/{id}: drawings and sounds, for anybody and for ever."""

import asyncio
from functools import lru_cache

from aiohttp import web

from stack.double.ids import is_id
from stack.double.picture_ids import read_picture_id
from stack.double.pictures import draw
from stack.double.sounds import sample

# A page asks for the same few dozen again and again, and a drawing takes tens of milliseconds.
_drawn = lru_cache(maxsize=1000)(draw)
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable", "Access-Control-Allow-Origin": "*"}


async def image(request: web.Request) -> web.Response:
    """The drawing; the id says its kind and size."""
    known = read_picture_id(request.match_info["id"])
    if known is None:
        raise web.HTTPNotFound
    jpeg = await asyncio.to_thread(_drawn, *known)
    return web.Response(body=jpeg, content_type="image/jpeg", headers=_FOR_EVER)


async def sound(request: web.Request) -> web.Response:
    """Thirty seconds of WAV for a track's id."""
    item_id = request.match_info["id"]
    if not is_id(item_id):
        raise web.HTTPNotFound
    wav = await asyncio.to_thread(sample, item_id)
    return web.Response(body=wav, content_type="audio/wav", headers=_FOR_EVER)

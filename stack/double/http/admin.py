"""/_double/…: the switches, and what was called so far. For tests and for whoever runs the stack."""

import msgspec
from aiohttp import web

from stack.double.http.keys import world_of
from stack.double.http.pages import page
from stack.double.switches import Switches


async def home(request: web.Request) -> web.Response:
    """GET /: says what this is."""
    body = "<main><h1>The Spotify double</h1><p>Sign in at Nachklang's own address; it sends you here.</p></main>"
    return page("Home", body)


async def show(request: web.Request) -> web.Response:
    """GET /_double/switches: every switch as it stands."""
    return _answer(world_of(request).switches.now)


async def change(request: web.Request) -> web.Response:
    """POST /_double/switches: sets the fields that the JSON object names; 400 says what is wrong with it."""
    try:
        return _answer(world_of(request).switches.change(await request.read()))
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        return web.json_response({"error": str(error)}, status=400)


async def reset(request: web.Request) -> web.Response:
    """DELETE /_double/switches: everything ordinary again, counts at zero."""
    world = world_of(request)
    world.calls.clear()
    world.renewals.clear()
    world.limits.forget()
    return _answer(world.switches.reset())


async def calls(request: web.Request) -> web.Response:
    """GET /_double/calls: how often what was called since the last reset.

    As `{"authorize": 1, "token refresh_token": 1, "api me": 2}`; what was never called is left out.
    """
    return web.json_response(dict(world_of(request).calls))


async def renewals(request: web.Request) -> web.Response:
    """GET /_double/renewals: how often each person's refresh token was brought since the last reset: `{"anna": 1}`."""
    return web.json_response(dict(world_of(request).renewals))


def _answer(switches: Switches) -> web.Response:
    return web.Response(body=msgspec.json.encode(switches), content_type="application/json")

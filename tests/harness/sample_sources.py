"""Both stand-ins for sources of samples as one application: Deezer below `/deezer`, iTunes below `/itunes`."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from chassis.clock import Clock
from tests.harness.deezer_double import DeezerDouble
from tests.harness.itunes_double import ItunesDouble
from tests.harness.sample_world import SONGS, Song, Switches, World

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class SampleSources:
    """`app` answers; `asked` holds the path and query of every call as it was sent, but for samples themselves."""

    def __init__(self, clock: Clock, songs: Sequence[Song] = SONGS) -> None:
        self._world = World(clock, songs)
        self.asked: list[str] = []
        self.app = web.Application(middlewares=[self._answer])
        self.app.add_routes([*DeezerDouble(self._world).routes(), *ItunesDouble(self._world).routes()])

    @property
    def switches(self) -> Switches:
        """How the sources answer from now on."""
        return self._world.switches

    @web.middleware
    async def _answer(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if "/preview/" in request.path:
            return await handler(request)
        self.asked.append(request.raw_path)
        switches = self.switches
        if switches.outage == "cut" and request.transport:
            request.transport.close()
        while switches.outage == "silent" and request.transport:  # until the other side hangs up
            await asyncio.sleep(0.01)
        if isinstance(switches.outage, int):
            nothing = {"error": {"code": 800}, "resultCount": 0, "results": []}
            return web.json_response(nothing, status=switches.outage, headers={"Location": "/elsewhere"})
        if switches.body is not None:
            return web.Response(body=switches.body, content_type="text/html")
        return await handler(request)

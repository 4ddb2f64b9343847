"""A gateway as a process: serves until cancelled."""

import asyncio
from contextlib import AsyncExitStack
from functools import cached_property
from pathlib import Path

from aiohttp import web

from chassis.clock import system_clock
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.retry import retry
from gateway.bootstrap.operations import operations_of
from gateway.bootstrap.parts import Parts
from gateway.http.app import create_app
from gateway.http.observing import server_log
from gateway.http.operation import Operation
from gateway.http.pages import Pages
from gateway.http.security import Elsewhere
from gateway.settings import Settings, words

_FINISH_SECONDS = 4.0
"""Requests under way get so long when the process stops; the rest of its ten seconds is for the broker."""
_LONGEST_LINE = 96 * 1024
"""Bytes of a request's first line: three long names in it are filters for plays."""
_BEAT_SECONDS = 1.0


class Gateway(Parts):
    """A gateway as it is served."""

    def app(self) -> web.Application:
        """The public interface."""
        public = self.settings.public
        elsewhere = Elsewhere(words(public.image_origins), words(public.frame_origins), public.sample_sources)
        pages = Pages.under(Path(public.web_root), elsewhere)
        return create_app(self.operations, self.guard, pages, self.bus, public.url, secure=public.secure)

    @cached_property
    def operations(self) -> list[Operation]:
        """Everything that is served and described."""
        return operations_of(self)


async def serve(settings: Settings) -> None:
    """Listen at once, connect as soon as the broker is there, serve until cancelled; then stop in reverse order."""
    gateway = Gateway(settings)
    async with AsyncExitStack() as stack:
        heartbeat = Heartbeat(system_clock)
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, gateway.own_checks())
        await ops.start()
        stack.push_async_callback(ops.stop)
        stack.push_async_callback(_disconnect, gateway)
        connected = asyncio.create_task(_connected(gateway))
        stack.push_async_callback(_end, connected)
        runner = web.AppRunner(
            gateway.app(),
            access_log=None,
            shutdown_timeout=_FINISH_SECONDS,
            max_line_size=_LONGEST_LINE,
            logger=server_log(),
        )
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, settings.public.host, settings.public.port).start()
        await together(_beating(heartbeat), _until(connected))


async def _connected(gateway: Gateway) -> None:
    """Connect, then follow. Ends only by a fault that the supervisor must see."""
    publishers = (gateway.publisher, gateway.chunk_publisher)
    await together(*(retry(publisher.start) for publisher in publishers))
    await together(*(follower.start() for follower in gateway.followers))
    running = [follower.run() for follower in gateway.followers if follower is not gateway.imports_follower]
    watching = [publisher.watch() for publisher in publishers]
    await together(*running, _imports_followed(gateway), *watching)


async def _imports_followed(gateway: Gateway) -> None:
    """Only when it is known who was erased: else their uploads would be shown again until that is read."""
    await retry(gateway.people_follower.check, longest=1.0)
    await gateway.imports_follower.run()


async def _disconnect(gateway: Gateway) -> None:
    await asyncio.gather(gateway.publisher.stop(), gateway.chunk_publisher.stop())
    await gateway.database.close()
    await gateway.cache.close()


async def _beating(heartbeat: Heartbeat) -> None:
    """The loop moves as long as this task does."""
    while True:
        heartbeat.beat()
        await asyncio.sleep(_BEAT_SECONDS)


async def _until(task: asyncio.Task[None]) -> None:
    """Wait for `task` without ending it with this one: requests still need it while they finish."""
    await asyncio.shield(task)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

"""Health, readiness and metrics of one process, on a port of its own."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from chassis.clock import Clock

Check = Callable[[], Awaitable[None]]
"""Raises, with a reason, when the part that it looks at does not answer."""

_CHECK_SECONDS = 3.0


class Heartbeat:
    """When the process's main loop last moved. Liveness looks at this, not at whether the HTTP port answers."""

    def __init__(self, clock: Clock, stale_after_ms: int = 120_000) -> None:
        self._clock = clock
        self._stale_after_ms = stale_after_ms
        self._last = clock()

    def beat(self) -> None:
        """The loop moved."""
        self._last = self._clock()

    def age_ms(self) -> int:
        """Milliseconds since the loop last moved."""
        return self._clock() - self._last

    def alive(self) -> bool:
        """Whether it moved recently enough."""
        return self.age_ms() <= self._stale_after_ms


async def failing(checks: Mapping[str, Check]) -> dict[str, str]:
    """The checks that fail, with their reasons. All run at once, each for at most three seconds."""
    outcomes = await asyncio.gather(*(_outcome(check) for check in checks.values()))
    return {name: reason for name, reason in zip(checks, outcomes, strict=True) if reason}


def ops_app(heartbeat: Heartbeat, checks: Mapping[str, Check]) -> web.Application:
    """`/healthz`, `/readyz` and `/metrics`."""

    async def healthz(_: web.Request) -> web.Response:
        body = {"alive": heartbeat.alive(), "last_progress_ms": heartbeat.age_ms()}
        return web.json_response(body, status=200 if heartbeat.alive() else 503)

    async def readyz(_: web.Request) -> web.Response:
        reasons = await failing(checks)
        return web.json_response({"ready": not reasons, "failing": reasons}, status=503 if reasons else 200)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=generate_latest(), headers={"Content-Type": CONTENT_TYPE_LATEST})

    app = web.Application()
    app.add_routes([web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)])
    return app


class Ops:
    """Serves `ops_app` while the process runs."""

    def __init__(self, host: str, port: int, heartbeat: Heartbeat, checks: Mapping[str, Check]) -> None:
        self._host = host
        self._port = port
        self._runner = web.AppRunner(ops_app(heartbeat, checks), access_log=None)

    async def start(self) -> None:
        """Listen. Raises OSError when the port is taken."""
        await self._runner.setup()
        await web.TCPSite(self._runner, self._host, self._port).start()

    async def stop(self) -> None:
        """Stop listening."""
        await self._runner.cleanup()


async def _outcome(check: Check) -> str | None:
    try:
        await asyncio.wait_for(check(), _CHECK_SECONDS)
    except Exception as error:  # whatever a check raises is its reason
        return f"{type(error).__name__}: {error}"
    return None

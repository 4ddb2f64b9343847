"""Is it up yet? Questions to a starting server, and waiting for their answer."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import aiohttp

Probe = Callable[[], Awaitable[bool]]
PROBE_SECONDS = 3.0
PAUSE_SECONDS = 0.2


async def port_open(port: int) -> bool:
    """Whether something accepts connections on that port of the loopback address."""
    try:
        async with asyncio.timeout(PROBE_SECONDS):
            _, writer = await asyncio.open_connection("127.0.0.1", port)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


async def says_ok(url: str) -> bool:
    """Whether a GET of the address is answered with 200."""
    try:
        timeout = aiohttp.ClientTimeout(total=PROBE_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            return response.status == 200  # noqa: PLR2004 - HTTP's OK
    except (aiohttp.ClientError, OSError, TimeoutError):
        return False


async def wait_until(probe: Probe, seconds: float) -> bool:
    """Ask until the answer is yes, or the seconds are over; whether it was yes."""
    deadline = time.monotonic() + seconds
    while not await probe():
        if time.monotonic() > deadline:
            return False
        await asyncio.sleep(PAUSE_SECONDS)
    return True

"""An address of this machine that leads to the node: what a port-forward would be, but for no single pod.

Sign-in needs it: the application at Spotify is registered with an address on loopback.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

CHUNK = 65536


@asynccontextmanager
async def relay(port: int, target: str, target_port: int) -> AsyncIterator[None]:
    """Hand every connection to `port` of the loopback address on to the target, until the context ends."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            inner_reader, inner_writer = await asyncio.open_connection(target, target_port)
        except OSError:
            writer.close()
            return
        await asyncio.gather(_pump(reader, inner_writer), _pump(inner_reader, writer))

    server = await asyncio.start_server(connected, "127.0.0.1", port)
    async with server:
        yield


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Until one side ends or breaks; then the other is closed as well."""
    with suppress(OSError):
        while chunk := await reader.read(CHUNK):
            writer.write(chunk)
            await writer.drain()
    with suppress(OSError):
        writer.close()

"""The status that another process's health port answers with."""

import aiohttp

_SECONDS = aiohttp.ClientTimeout(total=2.5)


async def fetch_status(url: str) -> int:
    """The HTTP status at `url`. Raises aiohttp.ClientError or TimeoutError where nobody answers."""
    async with aiohttp.ClientSession(timeout=_SECONDS) as session, session.get(url) as response:
        return response.status

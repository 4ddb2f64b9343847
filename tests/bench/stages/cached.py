"""The same report again and again, and the same bytes from a bare handler."""

from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

from tests.bench.bench import Bench
from tests.bench.figures.figure import Figure
from tests.bench.figures.wrapped_cached import wrapped_cached, wrapped_cached_share
from tests.bench.load.order import ask
from tests.bench.rivals.bare import bare_server

PATH = "/api/v1/wrapped"
CLIENTS = 16


async def cached(bench: Bench) -> list[Figure]:
    """One client alone, then many, then as many at the bare handler."""
    somebody = await bench.warm()
    seconds = bench.plan.cached_seconds
    alone = await ask(bench.order(somebody, [PATH], 1, seconds, samples=1, again=True))
    many = bench.order(somebody, [PATH], CLIENTS, seconds, again=True)
    ours = await ask(many)
    with NamedTemporaryFile() as file:
        file.write(alone.samples[PATH].encode())
        file.flush()
        async with bare_server(Path(file.name)) as port:
            bare = await ask(msgspec.structs.replace(many, port=port, paths=["/"]))
    return [wrapped_cached(alone), wrapped_cached_share(ours, bare)]

"""`python -m tests.bench.load`: an order as JSON on standard input, its outcome on standard output."""

import asyncio
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator

import msgspec

from tests.bench.load.connection import Connection
from tests.bench.load.order import Order, Outcome


class Client:
    """All connections take the next path from one queue, so that none waits for a slow one."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._paths: Iterator[str] = itertools.cycle(order.paths) if order.again else iter(order.paths)
        self._ms: list[float] = []
        self._statuses: Counter[str] = Counter()
        self._bytes = 0
        self._samples: dict[str, str] = {}

    async def run(self) -> Outcome:
        """Ask until nothing is left or the time is over."""
        order = self._order
        opened = [Connection.open(order.host, order.port, order.cookie) for _ in range(order.connections)]
        connections = await asyncio.gather(*opened)
        began, used = time.perf_counter(), time.process_time()
        await asyncio.gather(*(self._serve(each, began + order.seconds) for each in connections))
        seconds, cpu = time.perf_counter() - began, time.process_time() - used
        await asyncio.gather(*(each.close() for each in connections))
        return Outcome(
            ms=self._ms,
            seconds=seconds,
            statuses=dict(self._statuses),
            bytes=self._bytes,
            cpu=cpu,
            samples=self._samples,
        )

    async def _serve(self, connection: Connection, until: float) -> None:
        for path in self._paths:
            began = time.perf_counter()
            if began >= until:
                return
            status, body = await connection.get(path)
            self._ms.append((time.perf_counter() - began) * 1000)
            self._statuses[status] += 1
            self._bytes += len(body)
            if len(self._samples) < self._order.samples:
                self._samples[path] = body.decode()


if __name__ == "__main__":
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.json.encode(asyncio.run(Client(order).run())))

"""Runs the processes of a stack: started as soon as what they need is up, kept running, stopped in reverse order."""

import asyncio
from collections.abc import Mapping, Sequence

from stack.keeper import Keeper, Say
from stack.layout import Layout
from stack.runner import Runner
from stack.spec import ProcessSpec


class Supervisor:
    """All processes of one run directory. The order follows from what each `needs`; the independent start at once."""

    def __init__(self, specs: Sequence[ProcessSpec], layout: Layout, say: Say) -> None:
        self.keepers: Mapping[str, Keeper] = {spec.name: Keeper(Runner(spec, layout), say) for spec in specs}
        self._starts: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to start everything; returns at once."""
        self._starts = [asyncio.create_task(self._start(keeper)) for keeper in self.keepers.values()]

    async def wait_ready(self) -> None:
        """Return when every process has been up."""
        for keeper in self.keepers.values():
            await keeper.ready.wait()

    async def stop(self) -> None:
        """End everything: a process only when those that need it have ended."""
        for start in self._starts:
            start.cancel()
        await asyncio.gather(*self._starts, return_exceptions=True)
        stopped = {name: asyncio.Event() for name in self.keepers}
        await asyncio.gather(*(self._stop(name, stopped) for name in self.keepers))

    async def _start(self, keeper: Keeper) -> None:
        for name in keeper.runner.spec.needs:
            await self.keepers[name].ready.wait()
        keeper.start()

    async def _stop(self, name: str, stopped: Mapping[str, asyncio.Event]) -> None:
        for other in self.keepers.values():
            if name in other.runner.spec.needs:
                await stopped[other.name].wait()
        try:
            await self.keepers[name].stop()
        finally:
            stopped[name].set()

"""Keeps one process running: what ends is started again, at once the first time, then after growing pauses."""

import asyncio
import contextlib
import time
from collections.abc import Callable

from stack.runner import Runner
from stack.spec import StartError

Say = Callable[[str], None]
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
STEADY_SECONDS = 60.0


class Pauses:
    """How long to wait before a restart: nothing, then doubling; from the beginning again after a steady run."""

    def __init__(self) -> None:
        self._next = 0.0

    def after(self, ran_seconds: float) -> float:
        """The pause in seconds after a run of that length."""
        if ran_seconds >= STEADY_SECONDS:
            self._next = 0.0
        pause = self._next
        self._next = min(max(FIRST_PAUSE, pause * 2), LONGEST_PAUSE)
        return pause


class Keeper:
    """One process that is meant to run. `ready` is set while it is up."""

    def __init__(self, runner: Runner, say: Say) -> None:
        self.runner = runner
        self.ready = asyncio.Event()
        self._say = say
        self._task: asyncio.Task[None] | None = None

    @property
    def name(self) -> str:
        """The process's name."""
        return self.runner.spec.name

    def start(self) -> None:
        """Begin to keep it running."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep(), name=f"keeper of {self.name}")

    async def stop(self) -> None:
        """End the process in good order; it stays down."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
            self._task = None
        self.ready.clear()
        await self.runner.stop()

    async def _keep(self) -> None:
        pauses = Pauses()
        while True:
            began = time.monotonic()
            why = await self._run_once(began)
            self.ready.clear()
            pause = pauses.after(time.monotonic() - began)
            self._say(f"{self.name}: {why}; starting it again" + (f" in {pause:.1f} s" if pause else ""))
            await asyncio.sleep(pause)

    async def _run_once(self, began: float) -> str:
        """Run the process until it ends; why it did."""
        try:
            await self.runner.start()
        except StartError as error:
            return str(error)
        self.ready.set()
        self._say(f"{self.name}: ready after {time.monotonic() - began:.1f} s")
        return f"ended with status {await self.runner.wait()}"

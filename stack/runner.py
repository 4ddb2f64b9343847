"""Brings one process up: prepared, started, ready, finished. Tests use it alone, the supervisor one per process."""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Self

from stack.layout import Layout
from stack.probes import wait_until
from stack.process import Process
from stack.spec import ProcessSpec, StartError, Step

LOG_TAIL_LINES = 12


class Runner:
    """One process that can be started, stopped, killed and started again, on the same port and data."""

    def __init__(self, spec: ProcessSpec, layout: Layout) -> None:
        self.spec = spec
        self._layout = layout
        self._process = Process(spec, layout)

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._process.pid

    async def start(self) -> None:
        """Bring the process up; returns when it is ready. Raises StartError, and leaves nothing running then."""
        await self._step(self.spec.prepare)
        await self._process.start()
        ended = asyncio.create_task(self._process.wait())
        up = asyncio.create_task(self._come_up())
        try:
            await asyncio.wait({ended, up}, return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                raise StartError(f"{self.spec.name} ended with status {ended.result()} while starting{self._tail()}")
            if not up.result():
                raise StartError(f"{self.spec.name} was not ready after {self.spec.patience:.0f} s{self._tail()}")
        except BaseException:
            await self._process.stop()
            raise
        finally:
            ended.cancel()
            up.cancel()
            await asyncio.gather(ended, up, return_exceptions=True)

    async def wait(self) -> int:
        """Wait until the process ends; its exit status."""
        return await self._process.wait()

    async def stop(self) -> None:
        """End the process in good order."""
        await self._process.stop()

    def kill(self) -> None:
        """End the process as a crash would; returns at once."""
        self._process.kill()

    async def restart(self) -> None:
        """Crash the process and bring it up again."""
        self.kill()
        await self._process.wait()
        await self.start()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def _come_up(self) -> bool:
        if not await wait_until(self.spec.ready, self.spec.patience):
            return False
        await self._step(self.spec.finish)
        return True

    async def _step(self, step: Step) -> None:
        try:
            await step()
        except StartError:
            raise
        except Exception as error:  # whatever a step raises, the process did not come up
            raise StartError(f"{self.spec.name} did not start: {error!r}{self._tail()}") from error

    def _tail(self) -> str:
        return log_tail(self._layout.log(self.spec.name))


def log_tail(log: Path) -> str:
    """The last lines of a log, indented, below the name of the file."""
    lines = log.read_text(errors="replace").splitlines()[-LOG_TAIL_LINES:] if log.exists() else []
    return "".join(f"\n    {line}" for line in [f"{log}:", *lines])

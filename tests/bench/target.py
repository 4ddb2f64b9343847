"""The stack that is measured: one that runs already, or one of our own on a free port."""

import asyncio
import os
import shutil
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from stack.ports import free_port
from stack.probes import says_ok, wait_until

READY_WITHIN_SECONDS = 300.0
STOPPED_WITHIN_SECONDS = 60.0
SUPERVISOR = "supervisor"


class StackNotReadyError(Exception):
    """The stack ended or did not become ready; the message says where its output is."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the stack answers, and its run directory, which says the process ids."""

    url: str
    run: Path

    def pids(self) -> Mapping[str, int]:
        """The processes that run now, by name, the supervisor among them."""
        found = {file.stem: file for file in (self.run / "pids").glob("*.pid")} | {SUPERVISOR: self.run / "lock"}
        pids = {}
        for name, file in found.items():
            with suppress(OSError, ValueError):  # a process that is just being replaced
                pids[name] = int(file.read_text())
        return pids

    def uploader(self) -> Mapping[str, int]:
        """The uploader alone."""
        return {name: pid for name, pid in self.pids().items() if name == "uploader"}


@asynccontextmanager
async def own_stack(run: Path) -> AsyncIterator[Target]:
    """A stack that begins with nothing and is stopped afterwards; `run` is emptied. Raises StackNotReadyError."""
    await asyncio.to_thread(_empty, run)
    port = free_port()
    environment = {**os.environ, "NACHKLANG_RUN_DIR": str(run), "NACHKLANG_PORT": str(port)}
    log = run / "stack.log"
    with log.open("w") as output:
        stack = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "stack", "run", env=environment, stdout=output, stderr=output
        )
        try:
            target = Target(f"http://127.0.0.1:{port}", run)
            if (
                not await wait_until(lambda: _ready(target, stack), READY_WITHIN_SECONDS)
                or stack.returncode is not None
            ):
                raise StackNotReadyError(f"The stack did not become ready; see {log}")
            yield target
        finally:
            if stack.returncode is None:
                stack.terminate()
            await asyncio.wait_for(stack.wait(), STOPPED_WITHIN_SECONDS)


async def _ready(target: Target, stack: asyncio.subprocess.Process) -> bool:
    """Whether there is nothing left to wait for: the path serves, or the stack has ended."""
    return stack.returncode is not None or await says_ok(f"{target.url}/readyz")


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)

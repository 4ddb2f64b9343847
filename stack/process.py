"""One running program: its start, its end, its log and its pid file."""

import asyncio
import contextlib
import os
import signal
from collections.abc import Mapping
from pathlib import Path

from stack.layout import Layout
from stack.programs import find_program
from stack.spec import ProcessSpec

LOG_BYTES = 16 * 1024 * 1024
# These reach a process only by its spec; everything else that was set for the supervisor is handed down.
NOT_HANDED_DOWN = frozenset(
    {
        "NACHKLANG_ADDRESS_KEY",
        "NACHKLANG_MARIADB_PASSWORD",
        "NACHKLANG_REDIS_URL",
        "NACHKLANG_TOKEN_KEY",
        "SPOTIFY_CLIENT_ID",
        "SPOTIFY_CLIENT_SECRET",
    }
)


# However the supervisor ends, the kernel then asks its programs to end as well.
END_WITH_PARENT = ("--pdeathsig", "TERM", "--")


class Process:
    """A program in a session of its own, so that Ctrl-C reaches only the supervisor, and its children end with it."""

    def __init__(self, spec: ProcessSpec, layout: Layout) -> None:
        self._spec = spec
        self._layout = layout
        self._child: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int | None:
        """The process id while it runs."""
        return self._child.pid if self._child and self._child.returncode is None else None

    async def start(self) -> None:
        """Start the program; its output is added to the log."""
        log, work = self._layout.log(self._spec.name), self._layout.work(self._spec.name)
        log.parent.mkdir(parents=True, exist_ok=True)
        work.mkdir(parents=True, exist_ok=True)
        _rotate(log)
        with log.open("ab") as output:
            self._child = await asyncio.create_subprocess_exec(
                *(find_program("setpriv", "util-linux"), *END_WITH_PARENT, *self._spec.argv),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=work,
                env=environment(os.environ, self._spec),
                start_new_session=True,
            )
        file = self._layout.pid(self._spec.name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{self._child.pid}\n")

    async def wait(self) -> int:
        """Wait for the end; the exit status, negative for a signal. What the program left running is ended too."""
        child = self._child
        if child is None:
            return 0
        code = await child.wait()
        if self._child is child:
            self._child = None
            _kill_group(child.pid)
            self._layout.pid(self._spec.name).unlink(missing_ok=True)
        return code

    async def stop(self) -> None:
        """Ask the program to end, and end it when its grace is over."""
        if self._child and self.pid:
            os.kill(self.pid, signal.SIGTERM)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._child.wait(), self._spec.grace)
        self.kill()
        await self.wait()

    def kill(self) -> None:
        """End the program and its children as a crash would."""
        if self.pid:
            _kill_group(self.pid)


def _kill_group(pid: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


def environment(outer: Mapping[str, str], spec: ProcessSpec) -> dict[str, str]:
    """What a program of the stack is given: what was set for the supervisor, but for secrets, and its spec."""
    handed_down = {name: value for name, value in outer.items() if name not in NOT_HANDED_DOWN}
    return handed_down | {"PYTHONUNBUFFERED": "1"} | dict(spec.env)


def _rotate(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.replace(log.with_suffix(".log.1"))

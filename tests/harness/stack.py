"""The whole of Nachklang for end-to-end tests: every process of `make run`, on free ports, in a folder of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from stack.job import JOBS, job_environment
from stack.keeper import Keeper
from stack.parts import Parts, make_parts
from stack.ports import free_port
from stack.probes import says_ok, wait_until
from stack.processes import STREAM, process_specs
from stack.runner import log_tail
from stack.settings import read_settings
from stack.spec import ProcessSpec
from stack.supervisor import Supervisor

SERVING_WITHIN_SECONDS = 240.0


@dataclass(frozen=True, slots=True)
class Nachklang:
    """A running stack. Names of processes are those of `stack.processes`."""

    parts: Parts
    supervisor: Supervisor

    @property
    def url(self) -> str:
        """The public address."""
        return self.parts.settings.public_url

    async def wait_ready(self) -> None:
        """Return when sign-in, upload and wrapped can be served; fails after four minutes."""

        async def all_serve() -> bool:
            up = all(keeper.ready.is_set() for keeper in self.supervisor.keepers.values())
            return up and await says_ok(f"{self.url}/readyz")

        assert await wait_until(all_serve, SERVING_WITHIN_SECONDS), f"not ready: {', '.join(self.down()) or 'gateway'}"

    def down(self) -> list[str]:
        """The processes that are not up."""
        return [name for name, keeper in self.supervisor.keepers.items() if not keeper.ready.is_set()]

    def log(self, name: str) -> str:
        """What a process has printed so far."""
        return self.parts.layout.log(name).read_text(errors="replace")

    async def job(self, name: str, *arguments: str) -> str:
        """Run a job of `stack.job` to its end, a good one; what it printed. Its log is `logs/job-NAME.log`."""
        job, log = JOBS[name], self.parts.layout.log(f"job-{name}")
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", job.module, name, *arguments),
                env=job_environment(self.parts, os.environ, job.process),
                stdout=output,
                stderr=output,
            )
            code = await process.wait()
        assert code == 0, f"{name} ended with status {code}{log_tail(log)}"
        return log.read_text(errors="replace")

    async def kill(self, name: str) -> None:
        """End a process as a crash would; the supervisor starts it again. Returns when it is gone."""
        keeper = self._keeper(name)
        keeper.ready.clear()  # its keeper notices the end a moment later, and nobody must take it for ready meanwhile
        runner, killed = keeper.runner, keeper.runner.pid
        runner.kill()

        async def gone() -> bool:
            return runner.pid != killed

        assert await wait_until(gone, 30.0), f"{name} survived SIGKILL"

    async def restart(self, name: str) -> None:
        """Crash a process; returns when it is up again."""
        await self.kill(name)
        await self._keeper(name).ready.wait()

    async def stop(self, name: str) -> None:
        """End a process in good order and keep it down."""
        await self._keeper(name).stop()

    async def start(self, name: str) -> None:
        """Bring a stopped process up again."""
        keeper = self._keeper(name)
        keeper.start()
        await keeper.ready.wait()

    def _keeper(self, name: str) -> Keeper:
        return self.supervisor.keepers[name]


@asynccontextmanager
async def running_nachklang(
    folder: Path,
    checkpoints: str = "",
    settings: Mapping[str, str] | None = None,
    env: Mapping[str, Mapping[str, str]] | None = None,
    kafka: str = "",
    spark_needs: ProcessSpec | None = None,
) -> AsyncIterator[Nachklang]:
    """A stack that serves; `checkpoints` and further `settings` as in `stack.settings`. It writes `supervisor.log`.

    `env` adds to the environment of the processes that it names, `kafka` to the broker's properties.
    `spark_needs` is a server that is started with the others, and before Spark.
    """
    places = {"NACHKLANG_RUN_DIR": str(folder), "NACHKLANG_PORT": str(free_port())}
    environ = places | {"NACHKLANG_CHECKPOINTS": checkpoints}
    parts = make_parts(read_settings(environ | dict(settings or {})))
    parts = replace(parts, kafka=replace(parts.kafka, more_properties=kafka))
    journal = (folder / "supervisor.log").open("a", buffering=1)
    specs = [replace(spec, env={**spec.env, **(env or {}).get(spec.name, {})}) for spec in process_specs(parts)]
    if spark_needs:
        specs = [spark_needs, *(_after(spec, spark_needs) if spec.name == STREAM else spec for spec in specs)]
    supervisor = Supervisor(specs, parts.layout, lambda line: print(line, file=journal))
    nachklang = Nachklang(parts, supervisor)
    supervisor.start()
    try:
        await nachklang.wait_ready()
        yield nachklang
    finally:
        await supervisor.stop()
        journal.close()


def _after(spec: ProcessSpec, other: ProcessSpec) -> ProcessSpec:
    return replace(spec, needs=(*spec.needs, other.name))

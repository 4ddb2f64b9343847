"""`python -m stack run`: the whole of Nachklang on this machine, until Ctrl-C."""

import asyncio
import contextlib
import importlib.util
import signal
import time

from stack import lock
from stack.layout import Layout
from stack.parts import make_parts
from stack.ports import Ports, is_free
from stack.probes import says_ok, wait_until
from stack.processes import process_specs
from stack.settings import Settings
from stack.spec import ProcessSpec
from stack.supervisor import Supervisor

SERVING_SECONDS = 3600.0


class CannotRun(Exception):
    """The stack cannot be started; the message says what to do."""


def say(line: str) -> None:
    """To the terminal, at once."""
    print(line, flush=True)


def run(settings: Settings, only: list[str]) -> None:
    """Run the stack, or the named processes of it and what they need, until a signal. Raises CannotRun."""
    layout = Layout(settings.run)
    try:
        with lock.hold(layout):
            for name in lock.end_leftovers(layout):
                say(f"{name}: was left running by an earlier start, ended")
            Ports(layout.ports).replace_taken()
            specs = selected(process_specs(make_parts(settings)), only)
            check(specs, settings)
            asyncio.run(_run(specs, layout, settings))
    except lock.AlreadyRunning as error:
        raise CannotRun(f"It runs already (process {error}): {settings.public_url}") from error


def selected(specs: list[ProcessSpec], only: list[str]) -> list[ProcessSpec]:
    """The named processes and, over any number of steps, what they need; all where none is named. Raises CannotRun."""
    known = {spec.name: spec for spec in specs}
    unknown = [name for name in only if name not in known]
    if unknown:
        raise CannotRun(f"No such process: {', '.join(unknown)}. There are: {', '.join(known)}")
    wanted = list(only or known)
    for name in wanted:
        wanted += [need for need in known[name].needs if need not in wanted]
    return [spec for spec in specs if spec.name in wanted]


def check(specs: list[ProcessSpec], settings: Settings) -> None:
    """See before anything starts whether it can. Raises CannotRun."""
    if any(spec.name == "gateway" for spec in specs) and not is_free(settings.port):
        raise CannotRun(
            f"Port {settings.port} is taken by another program. Stop it, or take another: NACHKLANG_PORT=8081 make run"
        )
    absent = sorted({module for spec in specs if (module := _module(spec)) and not _importable(module)})
    if absent:
        raise CannotRun(f"Not installed: {', '.join(absent)}. Run `make setup` first.")


def _module(spec: ProcessSpec) -> str | None:
    """The Python module that a process runs, if it runs one."""
    return spec.argv[spec.argv.index("-m") + 1] if "-m" in spec.argv else None


def _importable(module: str) -> bool:
    try:
        return importlib.util.find_spec(f"{module}.__main__") is not None
    except ModuleNotFoundError:
        return False


async def _run(specs: list[ProcessSpec], layout: Layout, settings: Settings) -> None:
    asked_to_stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked_to_stop.set)
    supervisor = Supervisor(specs, layout, say)
    say(f"Starting {', '.join(supervisor.keepers)}; logs in {layout.log('any').parent}")
    supervisor.start()
    announcement = asyncio.create_task(_announce(supervisor, settings))
    await asked_to_stop.wait()
    announcement.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await announcement
    say("Stopping")
    await supervisor.stop()
    say("Stopped")


async def _announce(supervisor: Supervisor, settings: Settings) -> None:
    """Say the address once the whole path can serve."""
    began = time.monotonic()
    await supervisor.wait_ready()
    if "gateway" not in supervisor.keepers:
        say("Ready")
        return
    if await wait_until(lambda: says_ok(f"http://127.0.0.1:{settings.port}/readyz"), SERVING_SECONDS):
        say(f"\nNachklang is ready after {time.monotonic() - began:.0f} s:  {settings.public_url}\n")

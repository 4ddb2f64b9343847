"""The life of a process: run until SIGTERM or SIGINT, stop in order, end with a code that says why."""

import asyncio
import logging
import signal
import sys
from collections.abc import Awaitable, Callable

_LOG = logging.getLogger(__name__)

STOP_SECONDS = 9
"""Nothing depends on an orderly stop, so a process that takes longer is ended: it has to be gone within ten seconds."""

EX_SOFTWARE = 70
"""The exit code of a fault in the program or its data; the supervisor starts the process again."""


def run(main: Callable[[], Awaitable[None]]) -> None:
    """Run `main` until it returns or a signal asks to stop, then exit: 0 when asked to, 70 when `main` failed."""
    sys.exit(asyncio.run(_until_signal(main)))


async def _until_signal(main: Callable[[], Awaitable[None]]) -> int:
    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(main())
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _stop, task)
    try:
        await task
    except asyncio.CancelledError:
        _LOG.info("stopped")
    except Exception:
        _LOG.exception("the process ends")
        return EX_SOFTWARE
    return 0


def _stop(task: asyncio.Future[None]) -> None:
    """Cancel the work. What does not stop in time is ended by the alarm, also where the loop itself is stuck."""
    task.cancel()
    signal.alarm(STOP_SECONDS)


async def together(*actions: Awaitable[None]) -> None:
    """Run side by side; the first failure cancels the others and is raised as itself, not as a group."""
    try:
        async with asyncio.TaskGroup() as group:
            for action in actions:
                group.create_task(_as_coroutine(action))
    except BaseExceptionGroup as failures:
        raise failures.exceptions[0] from failures


async def _as_coroutine(action: Awaitable[None]) -> None:
    await action

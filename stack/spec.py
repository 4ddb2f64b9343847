"""What there is to know about a process before it is started."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from stack.probes import Probe

Step = Callable[[], Awaitable[None]]


class StartError(Exception):
    """A process did not come up; the message says why and shows the end of its log."""


async def nothing() -> None:
    """A step with nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSpec:
    """One process of the stack.

    `prepare` runs before each start (folders, configuration), `ready` is asked from then on, and `finish` runs when it
    said yes (topics); only then is the process up for those that `need` it. All three are safe to repeat. `grace` are
    the seconds between SIGTERM and SIGKILL, `patience` those until a start has failed.
    """

    name: str
    argv: tuple[str, ...]
    ready: Probe
    env: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    prepare: Step = nothing
    finish: Step = nothing
    grace: float = 10.0
    patience: float = 180.0

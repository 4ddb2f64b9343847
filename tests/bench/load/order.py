"""What the load client is told, and what it tells."""

import asyncio
import os
import sys

import msgspec


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for `paths`, each once, over so many connections at once, for at most `seconds`.

    With `again`, one path after the other from the first again until the time is over. The bodies of the first
    `samples` are kept.
    """

    host: str
    port: int
    cookie: str
    paths: list[str]
    connections: int
    seconds: float
    again: bool = False
    samples: int = 0


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """`ms` of every request, all within `seconds`; answers by status; bytes of bodies; the client's `cpu` seconds."""

    ms: list[float]
    seconds: float
    statuses: dict[str, int]
    bytes: int
    cpu: float
    samples: dict[str, str]

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return len(self.ms) / self.seconds

    @property
    def cpu_share(self) -> float:
        """The client's share of the machine's processor time, from 0 to 1."""
        return self.cpu / self.seconds / (os.cpu_count() or 1)


class LoadFailedError(Exception):
    """The client, or what it asked, did not do its job."""


async def ask(order: Order) -> Outcome:
    """Have the client do it. Raises LoadFailedError where an answer was no 200."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.bench.load", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate(msgspec.json.encode(order))
    if process.returncode:
        raise LoadFailedError(f"the load client ended with {process.returncode}")
    outcome = msgspec.json.decode(output, type=Outcome)
    if set(outcome.statuses) != {"200"}:
        raise LoadFailedError(f"answers by status: {outcome.statuses}")
    return outcome

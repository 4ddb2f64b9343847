"""Second processes of a service beside those of a running stack: two replicas, as a cluster has them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial

from stack.ports import free_port
from stack.probes import says_ok
from stack.runner import Runner
from tests.harness.stack import Nachklang


@dataclass(frozen=True, slots=True)
class Twin:
    """A second process; `url` is where it serves, if it is a gateway."""

    process: Runner
    url: str


@asynccontextmanager
async def twin_of(nachklang: Nachklang, name: str) -> AsyncIterator[Twin]:
    """Another process of what is called `name`, with the same settings and ports of its own; ended in the end."""
    spec = nachklang.supervisor.keepers[name].runner.spec
    port, public_port = free_port(), free_port()
    twin = replace(
        spec,
        name=f"{name}-twin",
        env={**spec.env, "NACHKLANG_OPS_PORT": str(port), "NACHKLANG_PORT": str(public_port)},
        ready=partial(says_ok, f"http://127.0.0.1:{port}/readyz"),
    )
    async with Runner(twin, nachklang.parts.layout) as running:
        yield Twin(running, f"http://127.0.0.1:{public_port}")

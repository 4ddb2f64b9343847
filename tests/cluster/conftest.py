"""The node, and Nachklang deployed to it as the README says; both once a run."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from stack.layout import REPOSITORY
from stack.probes import says_ok, wait_until
from tests.cluster.kubectl import apply
from tests.cluster.node.down import down, is_up
from tests.cluster.node.layout import NODE_IP
from tests.cluster.ready import ready
from tests.cluster.relay import relay
from tests.cluster.skaffold import skaffold
from tests.e2e.truth import Truth
from tests.harness.client import Person, signed_in
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.reference.history import Account

HERE = Path(__file__).parent
# What needs no node comes before it, and what deploys other versions last.
ORDER = ("node", "dry_run", "main_job", "budget", "faults", "roll_out", "dev_loop", "umbrella")
PORT = 30080
"""The gateway's on the node; on this machine the same leads to it. Both are in the values of the profile `ci`."""
URL = f"http://127.0.0.1:{PORT}"
SERVING_WITHIN_SECONDS = 120.0
RUN_WITHIN_SECONDS = 1800


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests in this folder need the node, and `make test-cluster` runs them, in that order."""
    ours = [item for item in items if item.path.is_relative_to(HERE)]
    for item in ours:
        item.add_marker(pytest.mark.cluster)
        item.add_marker(pytest.mark.timeout(RUN_WITHIN_SECONDS))
    ours.sort(key=lambda item: ORDER.index(item.path.stem.removeprefix("test_")))
    items[:] = [item for item in items if item not in ours] + ours


@pytest.fixture(scope="session")
def node() -> Iterator[None]:
    """The node; one that is up already is used, and left as it is."""
    if is_up():
        yield
        return
    try:
        ready()
        yield
    finally:
        down()


@pytest.fixture(scope="session")
def namespace(node: None) -> None:
    """Nachklang's namespace, which refuses pods that are not restricted."""
    apply((REPOSITORY / "charts" / "namespace.yaml").read_text())


@pytest.fixture(scope="session")
async def nachklang(node: None) -> AsyncIterator[str]:
    """The address of Nachklang, deployed and serving."""
    await asyncio.to_thread(skaffold, "run", "--profile=ci")
    async with relay(PORT, NODE_IP, PORT):
        await wait_serving()
        yield URL


@pytest.fixture
async def person(nachklang: str) -> AsyncIterator[Person]:
    """Somebody new, signed in at Spotify's double, which runs in the cluster."""
    async with signed_in(nachklang, f"k-{uuid.uuid4().hex[:20]}") as somebody:
        yield somebody


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth, Account]:
    """An export of 100,000 plays and what is true of it."""
    listener = Listener(seed=61, plays=100_000)
    export = write_extended_zip(tmp_path_factory.mktemp("big") / "extended.zip", listens(listener))
    truth = Truth()
    return export, truth, truth.add(export)


async def wait_serving() -> None:
    """Return when sign-in, upload and wrapped can be served."""
    assert await wait_until(lambda: says_ok(f"{URL}/readyz"), SERVING_WITHIN_SECONDS), "the gateway is not ready"

"""People who are signed in at the shared stack, a second stack, and a large export."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.e2e.truth import Truth
from tests.harness.client import Person, signed_in
from tests.harness.histories.packages import write_extended_zip
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.reference.history import Account
from tests.harness.stack import Nachklang, running_nachklang

QUICK = {
    "NACHKLANG_FEED_PAUSE_MS": "300",
    "NACHKLANG_FEED_LONGEST_MS": "600",
    "NACHKLANG_FEED_ANSWER_MS": "3000",
    "NACHKLANG_FEED_CALLS_A_DAY": "1000000",
}
"""Pauses a thousandth as long, so that a test need not wait for them."""


@pytest.fixture(scope="session")
async def stack(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nachklang]:
    """A second stack, for what `nachklang` cannot be shared with.

    It asks for the last plays all the time; guessing at passwords may slow down every local account; and nobody shares
    a history but while a test needs it, as whoever shares counts in the standing.
    """
    async with running_nachklang(tmp_path_factory.mktemp("second"), env={"uploader": QUICK}) as running:
        yield running


@pytest.fixture
async def person(nachklang: Nachklang) -> AsyncIterator[Person]:
    """Somebody new, signed in, without a history."""
    async with signed_in(nachklang.url, f"p-{uuid.uuid4().hex[:20]}") as somebody:
        yield somebody


@pytest.fixture
async def other(nachklang: Nachklang) -> AsyncIterator[Person]:
    """Somebody else."""
    async with signed_in(nachklang.url, f"o-{uuid.uuid4().hex[:20]}") as somebody:
        yield somebody


@pytest.fixture(scope="session")
def big(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Truth, Account]:
    """An export of 150,000 plays and what is true of it."""
    listener = Listener(seed=31, plays=150_000)
    export = write_extended_zip(tmp_path_factory.mktemp("big") / "extended.zip", listens(listener))
    truth = Truth()
    return export, truth, truth.add(export)

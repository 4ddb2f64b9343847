"""People who are signed in at the shared stack, and a large export."""

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
from tests.harness.stack import Nachklang


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

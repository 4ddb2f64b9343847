"""One whole stack for all end-to-end tests, and people who are signed in."""

import uuid
from collections.abc import AsyncIterator

import pytest

from tests.harness.client import Person, signed_in
from tests.harness.stack import Nachklang, running_nachklang


@pytest.fixture(scope="session")
async def nachklang(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Nachklang]:
    """Every process of `make run`, on free ports."""
    async with running_nachklang(tmp_path_factory.mktemp("nachklang")) as stack:
        yield stack


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

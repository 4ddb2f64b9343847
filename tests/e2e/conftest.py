"""People who are signed in at the shared stack."""

import uuid
from collections.abc import AsyncIterator

import pytest

from tests.harness.client import Person, signed_in
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

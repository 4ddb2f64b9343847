"""Getting to the middle of an import, where faults are put, and holding it against the truth afterwards."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.client import DONE_WITHIN_SECONDS, Person
from tests.harness.reference.history import Account

MIDWAY_WITHIN_SECONDS = 120.0

Upload = dict[str, Any]


def reading(upload: Upload) -> bool:
    """Plays are on their way."""
    return upload["state"] in {"reading", "aggregating"} and upload["live"]["streams"] > 0


def aggregating(upload: Upload) -> bool:
    """Everything is read, and not yet durable."""
    return bool(upload["state"] == "aggregating")


async def midway(person: Person, upload_id: str, there: Callable[[Upload], bool]) -> None:
    """Return when the import has got there. An import that ended before makes the test say nothing, so it fails."""
    deadline = time.monotonic() + MIDWAY_WITHIN_SECONDS
    while time.monotonic() < deadline:
        upload = await person.get(f"/api/v1/uploads/{upload_id}")
        assert upload["state"] not in {"done", "failed"}, f"ended before the fault: {upload}"
        if there(upload):
            return
        await asyncio.sleep(0.005)
    raise AssertionError("never got there")


async def assert_whole(
    person: Person, upload_id: str, truth: Truth, account: Account, within: float = DONE_WITHIN_SECONDS
) -> None:
    """The import ends well, and every number is the truth."""
    assert_account(await person.finished(upload_id, within), account)
    await assert_same(person, truth, orders=("time",))

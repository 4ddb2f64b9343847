"""One import, watched from the outside as a page would watch it."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.harness.client import FINAL, POLL_SECONDS, Person

WITHIN_SECONDS = 900.0


class ImportFailedError(Exception):
    """The stack did not do the job, so there is nothing to measure."""


@dataclass(frozen=True, slots=True)
class Import:
    """Seconds: `done` from the POST on, `first_live` from the 202 on (until the end if there were none before)."""

    done: float
    first_live: float
    upload: dict[str, Any]


async def watch_import(person: Person, archive: Path, plays: int, every: float = POLL_SECONDS) -> Import:
    """Upload, look `every` so many seconds until `done`, and check that `plays` plays were imported.

    Raises ImportFailedError.
    """
    began = time.perf_counter()
    upload_id = await person.upload(archive)
    accepted = time.perf_counter()
    first_live: float | None = None
    while time.perf_counter() - began < WITHIN_SECONDS:
        upload = await person.get(f"/api/v1/uploads/{upload_id}")
        now = time.perf_counter()
        if first_live is None and (upload.get("live") or {}).get("streams"):
            first_live = now - accepted
        if upload["state"] in FINAL:
            return Import(now - began, first_live or now - accepted, _checked(upload, plays))
        await asyncio.sleep(every)
    raise ImportFailedError(f"not done within {WITHIN_SECONDS:.0f} s")


def _checked(upload: dict[str, Any], plays: int) -> dict[str, Any]:
    rows = upload["rows"]
    # of a million and a half generated plays, one or two have the identity of another in a file before
    if upload["state"] != "done" or rows["imported"] + rows["duplicate"] != plays:
        raise ImportFailedError(f"{upload['state']}, {upload['error']}: {rows}, expected {plays}")
    return upload

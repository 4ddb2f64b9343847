"""Pictures arrive by themselves, and never change a number."""

import asyncio
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stack.double.limits import QUOTA_RETRY_S
from tests.harness.client import Person
from tests.harness.database import as_root
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang

ARRIVE_WITHIN_SECONDS = 90.0
FEW = 3
MEDIA = ("cover", "image", "preview", "link")


async def complete(person: Person, within: float = ARRIVE_WITHIN_SECONDS, **params: Any) -> dict[str, Any]:
    """The wrapped, once its media are complete."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        answer = await person.wrapped(**params)
        if answer["media"] == "complete":
            return answer
        await asyncio.sleep(0.2)
    raise AssertionError(f"media are still {answer['media']}")


def numbers(answer: Any) -> Any:
    """The answer without its media."""
    if isinstance(answer, dict):
        return {key: numbers(value) for key, value in answer.items() if key not in {*MEDIA, "media"}}
    return [numbers(value) for value in answer] if isinstance(answer, list) else answer


async def test_covers_pictures_and_samples_arrive(person: Person, tmp_path: Path) -> None:
    account, extended = write_pair(tmp_path, Listener(seed=41, plays=1_500))
    for export in (account, extended):
        await person.imported(export)
    before = await person.wrapped(limit=10)
    after = await complete(person, limit=10)
    assert numbers(before) == numbers(after)
    for track in after["top_tracks"]:
        assert track["cover"]["url"]
        assert track["preview"]["kind"] in {"audio", "embed"}
        assert track["link"]
    assert all(artist["image"]["url"] for artist in after["top_artists"])
    async with person.http.get(after["favourites"]["track"]["cover"]["url"]) as picture:
        assert picture.status == 200
        assert picture.content_type.startswith("image/")


async def test_an_export_without_ids_gets_its_media_by_name(person: Person, tmp_path: Path) -> None:
    account, _ = write_pair(tmp_path, Listener(seed=42, plays=1_500))
    await person.imported(account)
    answer = await complete(person, limit=5)
    assert answer["top_tracks"][0]["spotify_id"] is None
    assert answer["top_tracks"][0]["cover"]["url"]
    assert answer["top_artists"][0]["image"]["url"]


@pytest.mark.parametrize("victim", ["enricher", "mariadb", "kafka"])
async def test_pictures_go_on_after_a_crash_in_the_middle(
    nachklang: Nachklang, person: Person, tmp_path: Path, victim: str
) -> None:
    seed = {"enricher": 43, "mariadb": 44, "kafka": 45}[victim]
    _, extended = write_pair(tmp_path, Listener(seed=seed, plays=1_500))
    await person.imported(extended)
    spotify = Spotify(nachklang)
    async with spotify.switched(latency_ms=700):  # so that they take a while on any machine
        async with asyncio.timeout(ARRIVE_WITHIN_SECONDS):
            while not any(track["cover"] for track in (await person.wrapped(limit=30))["top_tracks"]):
                await asyncio.sleep(0.05)
        assert (await person.wrapped(limit=30))["media"] == "pending", "all was there before the fault"
        await nachklang.restart(victim)
        answer = await complete(person, 2 * ARRIVE_WITHIN_SECONDS, limit=30)
    assert all(track["cover"]["url"] for track in answer["top_tracks"])
    found = [artist for artist in answer["top_artists"] if artist["image"]]
    assert len(found) >= len(answer["top_artists"]) - FEW, "the double does not find every made-up name"


async def test_a_lock_out_of_a_day_is_shown_and_kept_over_a_restart(
    nachklang: Nachklang, person: Person, tmp_path: Path
) -> None:
    account, _ = write_pair(tmp_path, Listener(seed=46, plays=1_500))
    spotify = Spotify(nachklang)
    try:
        async with spotify.switched(quota={"search": 0}):
            await person.imported(account)
            resumes = await locked_out(person)
            assert (
                QUOTA_RETRY_S - ARRIVE_WITHIN_SECONDS < (resumes - datetime.now(UTC)).total_seconds() <= QUOTA_RETRY_S
            )
            await nachklang.stop("enricher")
            calls = await spotify.calls()  # by now those that were on their way are counted
            await nachklang.start("enricher")
            await person.wrapped(limit=7)
            again = await locked_out(person)
            assert abs(again - resumes) < timedelta(seconds=5), "calls that were on their way were refused as well"
            assert (await spotify.calls())["api search"] == calls["api search"]
    finally:
        await as_root(nachklang.parts.mariadb, "DELETE FROM enricher.blocks")
        await nachklang.restart("enricher")
    answer = await complete(person, limit=5)
    assert answer["top_tracks"][0]["cover"]["url"]
    assert answer["media_resumes_at"] is None


async def locked_out(person: Person) -> datetime:
    """When pictures go on, once the wrapped says that nothing more can be had for now."""
    async with asyncio.timeout(ARRIVE_WITHIN_SECONDS):
        while (answer := await person.wrapped(limit=5))["media"] != "unavailable":
            await asyncio.sleep(0.1)
    return datetime.fromisoformat(answer["media_resumes_at"])

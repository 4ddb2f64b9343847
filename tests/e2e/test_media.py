"""Pictures arrive by themselves, and never change a number."""

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest

from tests.harness.client import Person
from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.spotify import Spotify
from tests.harness.stack import Nachklang

ARRIVE_WITHIN_SECONDS = 90.0
MEDIA = ("cover", "image", "preview", "link")


async def complete(person: Person, **params: Any) -> dict[str, Any]:
    """The wrapped, once its media are complete."""
    deadline = time.monotonic() + ARRIVE_WITHIN_SECONDS
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
    async with spotify.switched(latency_ms=150):
        async with asyncio.timeout(ARRIVE_WITHIN_SECONDS):
            while not any(track["cover"] for track in (await person.wrapped(limit=30))["top_tracks"]):
                await asyncio.sleep(0.05)
        assert (await person.wrapped(limit=30))["media"] == "pending", "all was there before the fault"
        await nachklang.restart(victim)
        answer = await complete(person, limit=30)
    assert all(track["cover"]["url"] for track in answer["top_tracks"])
    assert all(artist["image"]["url"] for artist in answer["top_artists"])

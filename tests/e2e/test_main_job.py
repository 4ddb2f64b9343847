"""The main job: sign in, upload, watch, ask. Every number equals the independent reference."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from tests.e2e.truth import EVERYTHING, Truth, assert_account, assert_same, day_of
from tests.harness.client import Person
from tests.harness.histories.packages import write_pair
from tests.harness.histories.samples import write_samples
from tests.harness.histories.timeline import Person as Listener
from tests.harness.reference.wrapped import Window

PLAYS = 6_000


def windows(truth: Truth, count: int) -> list[Window]:
    """The whole life, one day, a day without plays after the end, and random windows."""
    moments = [day_of(play, "UTC") for play in truth.plays]
    first, last = min(moments), max(moments)
    rng = Random(count)
    days = (last - first).days
    found: list[Window] = [EVERYTHING, (last, last), (last + timedelta(30), last + timedelta(40))]
    for _ in range(count):
        start = first + timedelta(rng.randrange(days))
        found.append((start, start + timedelta(rng.choice([0, 6, 27, 90, 364, 1000]))))
    return found


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns"])
async def test_extended_and_account_export_of_the_same_listening(person: Person, tmp_path: Path, zone: str) -> None:
    await person.in_zone(zone)
    account, extended = write_pair(tmp_path, Listener(seed=len(zone), plays=PLAYS, zone=zone))
    truth = Truth()
    for export in (account, extended):
        assert_account(await person.imported(export), truth.add(export))
    await assert_same(person, truth, windows(truth, 6))
    alone = Truth()
    alone.add(extended)
    await assert_same(person, alone)


async def test_importing_anything_again_adds_nothing(person: Person, tmp_path: Path) -> None:
    account, extended = write_pair(tmp_path, Listener(seed=5, plays=2_000))
    truth = Truth()
    for export in (extended, account, extended, account):
        assert_account(await person.imported(export), truth.add(export))
    revision = (await person.wrapped())["revision"]
    again = await person.imported(extended)
    assert again["rows"]["imported"] == again["rows"]["improved"] == 0
    assert (await person.wrapped())["revision"] == revision
    await assert_same(person, truth)


async def test_every_format_that_spotify_has_ever_sent(person: Person, tmp_path: Path) -> None:
    truth = Truth()
    for export, _ in write_samples(tmp_path, Listener(seed=11, plays=2_500)):
        upload = await person.imported(export, export.name)
        assert_account(upload, truth.add(export))
    await assert_same(person, truth, windows(truth, 4))

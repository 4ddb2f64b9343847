"""Replays: whatever is read again, by whichever consumer and however often, every number stays what the reference says.

A consumer that crashes after the effect and before the commit of its offset leaves the world as it is here: the effect
is there, and the group's offset is that of before. So the process is ended and its offsets are put back; started again
it finds what a crash at that very moment would have left.
"""

import asyncio
import time
from pathlib import Path

import pytest

from aggregator.bootstrap import PEOPLE_GROUP
from aggregator.streams.app import APP_ID
from auth.bootstrap import GROUP as AUTH_GROUP
from enricher.bootstrap import GROUP as ENRICHER_GROUP
from stack.probes import wait_until
from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.checkpoints import forget_checkpoint, forget_last_commit
from tests.harness.client import Person
from tests.harness.histories.packages import write_extended_zip, write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.metrics import counter
from tests.harness.offsets import Offsets, caught_up, committed, set_back, to_beginning
from tests.harness.reference.history import Account
from tests.harness.stack import Nachklang
from uploader.bootstrap import GROUP as UPLOADER_GROUP

PLAYS = 3_000
PATIENCE_S = 200.0
STREAM = "aggregator-stream"
GROUPS = {
    "auth": (AUTH_GROUP,),
    "uploader": (UPLOADER_GROUP,),
    "aggregator-worker": (APP_ID, PEOPLE_GROUP),
    "enricher": (ENRICHER_GROUP,),
}
# which counter of a process shows that it met something again
KNOWN = {
    "auth": [("auth_requests", {"schema": "change-profile.v1"})],
    "uploader": [("uploader_requests", {"what": "known"})],
    "aggregator-worker": [
        ("aggregator_live_records", {"what": "known"}),
        ("aggregator_people_changes", {"what": "known"}),
    ],
    "enricher": [("enricher_items", {"what": "known"})],
}

pytestmark = pytest.mark.timeout(600)


async def offsets_of(nachklang: Nachklang, groups: tuple[str, ...]) -> dict[str, Offsets]:
    """What each group has committed."""
    return {group: await committed(nachklang.parts.kafka.bootstrap, group) for group in groups}


async def counted(nachklang: Nachklang, process: str, name: str, labels: dict[str, str]) -> None:
    """Return when the counter has moved."""

    async def moved() -> bool:
        return await counter(nachklang, process, name, **labels) > 0

    assert await wait_until(moved, PATIENCE_S), f"{process} counted no {name} {labels}"


async def listened(person: Person, folder: Path, seed: int, plays: int = PLAYS) -> Truth:
    """Import a history, share it, and look at it, so that every consumer has had something to do."""
    truth = Truth()
    for export in write_pair(folder, Listener(seed=seed, plays=plays)):
        assert_account(await person.imported(export), truth.add(export))
    async with person.http.patch(f"{person.url}/api/v1/me", json={"sharing": True}, headers=person.csrf) as answer:
        assert answer.status == 200
    await assert_same(person, truth)

    async def a_picture() -> bool:
        return any(track["cover"] for track in (await person.wrapped())["top_tracks"])

    assert await wait_until(a_picture, PATIENCE_S)
    return truth


async def unchanged(person: Person, truth: Truth, revision: int) -> None:
    """Every number, and the revision that holds them; the next upload of the person works."""
    await assert_same(person, truth)
    assert (await person.wrapped())["revision"] == revision


@pytest.mark.parametrize("process", GROUPS)
async def test_a_crash_after_the_effect_and_before_the_commit(
    nachklang: Nachklang, person: Person, tmp_path: Path, process: str
) -> None:
    brokers, groups = nachklang.parts.kafka.bootstrap, GROUPS[process]
    before = await offsets_of(nachklang, groups)
    truth = await listened(person, tmp_path, seed=70 + list(GROUPS).index(process))  # nobody's: no picture is known yet
    revision = (await person.wrapped())["revision"]

    await nachklang.stop(process)
    after = await offsets_of(nachklang, groups)
    again = [await set_back(brokers, group, before[group]) for group in groups]
    await nachklang.start(process)

    assert all(again), "each group has something to read again"
    await caught_up(nachklang.parts.kafka.bootstrap, after, PATIENCE_S)
    for name, labels in KNOWN[process]:
        await counted(nachklang, process, name, labels)
    await nachklang.wait_ready()
    await unchanged(person, truth, revision)


async def test_the_stream_crashes_after_the_effect_and_before_its_commit(
    nachklang: Nachklang, person: Person, tmp_path: Path
) -> None:
    truth = Truth()
    export = write_extended_zip(tmp_path / "extended.zip", listens(Listener(seed=51, plays=PLAYS)))
    account = truth.add(export)
    await nachklang.stop(STREAM)  # so that one batch has the whole import
    upload_id = await person.upload(export)
    await nachklang.start(STREAM)
    assert_account(await person.finished(upload_id), account)
    revision = (await person.wrapped())["revision"]

    await nachklang.stop(STREAM)
    await forget_last_commit(nachklang)
    await nachklang.start(STREAM)
    await counted(nachklang, STREAM, "aggregator_records", {"what": "replayed"})
    assert await counter(nachklang, STREAM, "aggregator_plays", what="new") == 0
    await unchanged(person, truth, revision)


async def test_everything_is_read_again_from_the_beginning(
    nachklang: Nachklang, person: Person, other: Person, tmp_path: Path
) -> None:
    people = []
    for number, somebody in enumerate((person, other)):
        folder = tmp_path / str(number)
        folder.mkdir()
        truth = await listened(somebody, folder, seed=60 + number)
        people.append((somebody, truth, (await somebody.wrapped())["revision"]))

    await asyncio.gather(*(nachklang.stop(process) for process in (*GROUPS, STREAM)))
    groups = tuple(group for names in GROUPS.values() for group in names)
    after = await offsets_of(nachklang, groups)
    again = [await to_beginning(nachklang.parts.kafka.bootstrap, group) for group in groups]
    await forget_checkpoint(nachklang)
    await asyncio.gather(*(nachklang.start(process) for process in (*GROUPS, STREAM)))

    assert all(again)
    await caught_up(nachklang.parts.kafka.bootstrap, after, PATIENCE_S)
    for process, counters in (*KNOWN.items(), (STREAM, [("aggregator_records", {"what": "replayed"})])):
        for name, labels in counters:
            await counted(nachklang, process, name, labels)
    await nachklang.wait_ready()
    for somebody, truth, revision in people:
        await unchanged(somebody, truth, revision)


async def test_a_rebuild_while_the_stream_runs_an_import(
    nachklang: Nachklang, person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    upload_id = await person.upload(export)
    began = time.monotonic()
    rebuilds = 0
    while (await person.get(f"/api/v1/uploads/{upload_id}"))["state"] != "done":
        assert time.monotonic() - began < 2 * PATIENCE_S
        await nachklang.job("rebuild")
        rebuilds += 1
    assert rebuilds
    assert_account(await person.finished(upload_id), account)
    await assert_same(person, truth, orders=("time",))
    await nachklang.job("rebuild", "--person", str(person.me["id"]))
    await assert_same(person, truth, orders=("time",))

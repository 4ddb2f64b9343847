"""An import never waits for ever: its plays are sent again, and at last it is given up with a reason."""

import msgspec
import pytest

from chassis.errors import Retryable
from contracts.messages.plays import UploadRead
from contracts.messages.uploads import StoredFile, UploadStored
from tests.harness.histories import broken
from tests.unit.uploader.world import LOST_AFTER_MS, PERSON, UPLOAD, World
from uploader.domain.imports import MOST_SENDINGS
from uploader.domain.upload_errors import LOST

STORED = UploadStored(
    upload_id=UPLOAD, person_id=PERSON, revision=1, files=(StoredFile(file=0, imported=600, improved=0),)
)


async def waiting() -> World:
    """An import of two records that waits to become durable."""
    world = World()
    await world.read(world.request(broken.good_rows(600)))
    return world


async def test_an_import_has_time_to_become_durable() -> None:
    world = await waiting()
    sent = list(world.plays)
    world.wait(LOST_AFTER_MS - 10_000)
    await world.resend()
    assert world.plays == sent


async def test_a_lost_import_is_sent_again_as_it_was() -> None:
    world = await waiting()
    sent, account = list(world.plays), world.kept[UPLOAD]
    world.wait(LOST_AFTER_MS)
    await world.resend()
    await world.resend()
    assert world.plays == sent * 2
    again = world.kept[UPLOAD]
    assert again.sent == 2
    assert msgspec.structs.replace(again, read_at=account.read_at, sent=1) == account
    await world.finish(STORED)
    assert (world.kept[UPLOAD].state, world.deleted_before) == ("done", 1)


async def test_interrupted_it_is_tried_again_when_it_has_waited_again() -> None:
    world = await waiting()
    world.wait(LOST_AFTER_MS)
    world.faults = ["end"]
    with pytest.raises(Retryable):
        await world.resend()
    await world.resend()
    assert [isinstance(message, UploadRead) for message in world.plays].count(True) == 1
    world.wait(LOST_AFTER_MS)
    await world.resend()
    assert [isinstance(message, UploadRead) for message in world.plays].count(True) == 2


async def test_what_sending_does_not_help_is_given_up_with_what_to_do() -> None:
    world = await waiting()
    for _ in range(MOST_SENDINGS + 3):
        world.wait(LOST_AFTER_MS)
        await world.resend()
    found = world.kept[UPLOAD]
    assert (found.state, found.error, found.rows.read) == ("failed", LOST, 600)
    assert sum(isinstance(message, UploadRead) for message in world.plays) == MOST_SENDINGS
    assert world.announced[-1] == found
    assert world.deleted_before == 1


async def test_an_import_whose_bytes_are_gone_is_given_up_at_once() -> None:
    world = await waiting()
    world.bodies.clear()
    world.wait(LOST_AFTER_MS)
    await world.resend()
    assert (world.kept[UPLOAD].state, world.kept[UPLOAD].error) == ("failed", LOST)


async def test_an_import_that_arrives_after_all_is_done() -> None:
    world = await waiting()
    world.bodies.clear()
    world.wait(LOST_AFTER_MS)
    await world.resend()
    await world.finish(STORED)
    found = world.kept[UPLOAD]
    assert (found.state, found.error, found.rows.imported) == ("done", None, 600)


async def test_a_long_queue_is_no_loss() -> None:
    world = await waiting()
    later = world.request(broken.good_rows(3), upload_id="2" * 32)
    await world.read(later)
    world.wait(LOST_AFTER_MS)
    await world.finish(STORED)  # the first in the queue; the second is next
    sent = list(world.plays)
    await world.resend()
    assert world.plays == sent
    world.wait(LOST_AFTER_MS)
    await world.resend()
    assert len(world.plays) == len(sent) + 2


async def test_an_import_that_was_passed_over_is_lost() -> None:
    world = await waiting()
    await world.read(world.request(broken.good_rows(3), upload_id="2" * 32))
    world.wait(LOST_AFTER_MS)
    await world.finish(msgspec.structs.replace(STORED, upload_id="2" * 32, files=()))
    sent = list(world.plays)
    await world.resend()
    assert len(world.plays) == len(sent) + 3

"""Whoever is erased is gone, whatever was under way and whatever comes later."""

from contracts.messages.people_changes import PersonErased
from contracts.messages.plays import UploadRead
from tests.harness.histories import broken
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.unit.uploader.test_handlers import STORED
from tests.unit.uploader.world import LOST_AFTER_MS, PERSON, UPLOAD, World

ERASED = PersonErased(person_id=PERSON)
OTHER = "2" * 32


def nothing_is_left(world: World) -> bool:
    return not world.kept and not world.rejected


async def test_everything_is_forgotten_and_the_bytes_are_deleted() -> None:
    world = World()
    await world.read(world.request(odd_json(odd_extended())))
    for _ in range(2):
        await world.forget(ERASED)
        assert nothing_is_left(world)
        assert (world.deleted_before, world.nobodys) == (1, {})


async def test_an_upload_that_comes_later_is_not_read() -> None:
    world = World()
    await world.forget(ERASED)
    request = world.request(broken.good_rows(3))
    for _ in range(2):
        await world.read(request)
        assert nothing_is_left(world)
        assert (world.plays, world.announced) == ([], [])
        assert (world.deleted_before, world.nobodys) == (1, {})


async def test_an_upload_that_is_read_stops() -> None:
    world = World()
    world.erase_after_records = 2
    await world.read(world.request(broken.good_rows(40_000)))
    announced = list(world.announced)
    assert nothing_is_left(world)
    assert len(world.plays) < 40
    await world.forget(ERASED)
    assert (world.announced, world.deleted_before) == (announced, 1)


async def test_an_upload_that_waits_or_is_stored_is_not_spoken_of_any_more() -> None:
    world = World()
    await world.read(world.request(broken.good_rows(3)))
    await world.forget(ERASED)
    sent, announced = list(world.plays), list(world.announced)
    world.wait(LOST_AFTER_MS)
    await world.resend()
    await world.finish(STORED)
    assert (world.plays, world.announced) == (sent, announced)
    assert nothing_is_left(world)


async def test_rows_that_are_rejected_meanwhile_are_not_kept() -> None:
    world = World()
    rows = odd_json(odd_extended()).removesuffix(b"]") + b"," + broken.good_rows(40_000).removeprefix(b"[")
    await world.read(world.request(rows))
    await world.forget(ERASED)
    await world.reject(UPLOAD, 0, [(1, "ts is missing")])
    assert nothing_is_left(world)


async def test_bytes_behind_those_of_others_go_with_them() -> None:
    world = World()
    coming = world.chunk(OTHER)
    await world.read(world.request(broken.good_rows(3)))
    await world.forget(ERASED)
    assert (world.deleted_before, list(world.nobodys)) == (coming, [UPLOAD])
    await world.forget(ERASED)
    assert world.deleted_before == coming
    await world.read(world.request(b"{}", upload_id=OTHER))
    assert (world.deleted_before, world.nobodys) == (3, {})


async def test_an_upload_that_is_sent_again_stops() -> None:
    world = World()
    await world.read(world.request(broken.good_rows(20_000)))
    world.wait(LOST_AFTER_MS)
    world.erase_after_records = len(world.plays) + 1
    await world.resend()
    assert nothing_is_left(world)
    assert not isinstance(world.plays[-1], UploadRead)

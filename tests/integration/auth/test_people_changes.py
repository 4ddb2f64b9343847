"""Who shares is told to the others: each change once and in order, also after a crash or without a broker."""

import pytest

from chassis.errors import Retryable
from contracts.messages.people import ChangeProfile
from contracts.messages.people_changes import SharingChanged
from tests.integration.auth.conftest import House


async def test_nothing_is_told_of_who_changes_other_things(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    await house.ask(ChangeProfile(person_id=person_id, time_zone="Europe/Berlin"))
    await house.ask(ChangeProfile(person_id=person_id, sharing=False))
    await house.handlers.tell_changes()
    assert house.listener.messages(SharingChanged) == []


async def test_each_change_is_told_once_with_a_growing_number(house: House) -> None:
    anna, berta = [(await house.sign_in(name)).profile.person_id for name in ("anna", "berta")]
    for person_id, sharing in ((anna, True), (anna, True), (berta, True), (anna, False), (anna, False)):
        await house.ask(ChangeProfile(person_id=person_id, sharing=sharing))
    told = house.listener.messages(SharingChanged)
    assert [(each.person_id, each.sharing) for each in told] == [(anna, True), (berta, True), (anna, False)]
    assert [each.change for each in told] == sorted({each.change for each in told})
    assert await house.handlers.tell_changes() == 0
    assert house.listener.happenings(anna)[-2:] == ["sharing-started", "sharing-stopped"]


async def test_what_no_broker_took_is_told_later_and_in_order(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    house.listener.deaf = True
    for sharing in (True, False):
        with pytest.raises(Retryable):
            await house.ask(ChangeProfile(person_id=person_id, sharing=sharing))
    assert house.listener.heard == []

    house.listener.deaf = False
    assert await house.handlers.tell_changes() >= 2
    assert [each.sharing for each in house.listener.messages(SharingChanged)] == [True, False]
    assert await house.handlers.tell_changes() == 0


async def test_a_crash_between_message_and_commit_repeats_the_same_message(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    await house.handlers.tell_changes()

    house.listener.silent = True
    with pytest.raises(Retryable):
        await house.ask(ChangeProfile(person_id=person_id, sharing=True))
    house.listener.silent = False
    await house.handlers.tell_changes()
    first, again = house.listener.messages(SharingChanged)
    assert first == again

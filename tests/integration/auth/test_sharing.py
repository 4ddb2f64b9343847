"""Who may look at whose history: oneself always, others who share, and nothing tells who does not."""

from contracts.messages.people import ChangeProfile
from contracts.messages.sharing import ListPeople, LookAtPerson, PeopleListed, PersonSeen, SharedPerson
from tests.integration.auth.conftest import House

NOBODY = "0" * 32


async def _person(house: House, name: str, *, sharing: bool = False) -> str:
    person_id: str = (await house.sign_in(name)).profile.person_id
    await house.ask(ChangeProfile(person_id=person_id, sharing=sharing, time_zone="Europe/Berlin"))
    return person_id


async def _listed(house: House, viewer_id: str) -> list[str]:
    request = ListPeople(viewer_id=viewer_id)
    listed: PeopleListed = await house.ask(request)
    assert await house.ask(request) == listed
    return [person.name for person in listed.people]


async def _seen(house: House, viewer_id: str, person_id: str) -> SharedPerson | None:
    request = LookAtPerson(viewer_id=viewer_id, person_id=person_id)
    seen: PersonSeen = await house.ask(request)
    assert await house.ask(request) == seen
    return seen.person


async def test_those_who_share_are_listed_by_name_without_the_one_who_asks(house: House) -> None:
    anna = await _person(house, "anna", sharing=True)
    for name in ("zoe", "berta"):
        await _person(house, name, sharing=True)
    quiet = await _person(house, "quiet")
    assert await _listed(house, anna) == ["Berta", "Zoe"]
    assert await _listed(house, quiet) == ["Anna", "Berta", "Zoe"]


async def test_a_person_who_shares_is_seen_with_their_time_zone(house: House) -> None:
    anna, berta = await _person(house, "anna", sharing=True), await _person(house, "berta")
    seen = await _seen(house, berta, anna)
    assert seen is not None
    assert (seen.person_id, seen.name, seen.time_zone) == (anna, "Anna", "Europe/Berlin")


async def test_who_does_not_share_is_seen_by_themselves_only_and_like_nobody(house: House) -> None:
    anna, berta = await _person(house, "anna"), await _person(house, "berta")
    assert await _seen(house, anna, anna)
    assert await _seen(house, berta, anna) is None
    assert await _seen(house, berta, NOBODY) is None


async def test_sharing_ends_at_once(house: House) -> None:
    anna, berta = await _person(house, "anna", sharing=True), await _person(house, "berta")
    await house.ask(ChangeProfile(person_id=anna, sharing=False))
    assert await _seen(house, berta, anna) is None
    assert await _listed(house, berta) == []

"""What is told of what happens to people and their credentials: once each, by ids, in order, without secrets."""

from contracts.keys import credential_hash
from contracts.messages.audit import Audited
from contracts.messages.people import ChangeProfile, CheckCredential, CreateToken, RevokeToken
from contracts.topics import Topic
from tests.integration.auth.conftest import START, House, completion

TOKEN = credential_hash("nk_secret")
USE = CheckCredential(kind="token", credential_hash=TOKEN)


async def _audited(house: House) -> list[Audited]:
    await house.handlers.tell_changes()
    return house.listener.messages(Audited)


async def test_a_token_is_made_used_and_revoked_once(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    create = CreateToken(person_id=person_id, name="script", token_hash=TOKEN)
    first, again = [await house.ask(create) for _ in range(2)]
    assert first == again
    token_id = first.token.id
    for _ in range(2):
        await house.ask(USE)
    house.time.now += 59_999
    await house.ask(USE)
    house.time.now += 1
    await house.ask(USE)
    for _ in range(2):
        await house.ask(RevokeToken(person_id=person_id, token_id=token_id))
    await house.ask(USE)
    about = [each for each in await _audited(house) if each.subject == token_id]
    assert [each.happening for each in about] == ["token-created", "token-used", "token-used", "token-revoked"]
    assert [each.at for each in about] == [START, START, START + 60_000, START + 60_000]
    assert {each.person_id for each in about} == {person_id}


async def test_nobody_hears_of_what_was_not_done(house: House) -> None:
    anna, berta = [(await house.sign_in(name)).profile.person_id for name in ("anna", "berta")]
    created = await house.ask(CreateToken(person_id=anna, name="script", token_hash=TOKEN))
    before = len(await _audited(house))
    await house.refused(CreateToken(person_id=berta, name="mine too", token_hash=TOKEN))
    await house.ask(RevokeToken(person_id=berta, token_id=created.token.id))
    await house.ask(ChangeProfile(person_id=anna, sharing=False, locale="de"))
    assert len(await _audited(house)) == before


async def test_a_sign_in_that_was_refused_names_nobody(house: House) -> None:
    house.switch(deny_consent=True)
    assert await house.refused(completion(await house.callback("anna"))) == "sign_in_denied"
    (refused,) = await _audited(house)
    assert (refused.happening, refused.person_id, refused.detail) == ("sign-in-refused", None, "sign_in_denied")


async def test_a_state_that_is_made_up_leaves_nothing(house: House) -> None:
    made_up = {"state": "made up", "code": "made up"}
    assert [await house.refused(completion(made_up)) for _ in range(3)] == ["sign_in_expired"] * 3
    assert await _audited(house) == []


async def test_numbers_grow_and_everything_about_a_person_has_one_key(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    for sharing in (True, False):
        await house.ask(ChangeProfile(person_id=person_id, sharing=sharing))
    audited = await _audited(house)
    numbers = [each.number for each in audited]
    assert numbers == sorted(set(numbers))
    keys = {heard.key for heard in house.listener.heard if heard.topic == Topic.AUDIT_EVENTS}
    assert keys == {person_id}
    assert house.listener.happenings(person_id) == [
        "spotify-connected", "signed-in", "sharing-started", "sharing-stopped",
    ]  # fmt: skip
    assert {each.origin for each in audited} == {"auth"}

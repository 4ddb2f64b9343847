"""Profiles, sessions and personal access tokens; every request twice."""

import pytest

from contracts.keys import credential_hash
from contracts.messages.people import (
    ChangeProfile,
    CheckCredential,
    CreateToken,
    ListTokens,
    Profile,
    RevokeToken,
    SignedOut,
    SignOut,
)
from tests.integration.auth.conftest import START, House

NOBODY = "0" * 32
HASH = credential_hash("nk_secret")


def _settings(profile: Profile) -> tuple[str, str, bool]:
    return profile.time_zone, profile.locale, profile.sharing


async def _owner(house: House, kind: str, secret: str) -> str | None:
    request = CheckCredential(kind=kind, credential_hash=credential_hash(secret))  # type: ignore[arg-type]  # a literal
    checked = await house.ask(request)
    return checked.profile.person_id if checked.profile else None


async def test_a_profile_is_changed_field_by_field(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    request = ChangeProfile(person_id=person_id, time_zone="Europe/Berlin")
    changed = await house.ask(request)
    assert await house.ask(request) == changed
    assert (changed.profile.time_zone, changed.profile.locale, changed.profile.sharing) == (
        "Europe/Berlin",
        "en",
        False,
    )
    changed = await house.ask(ChangeProfile(person_id=person_id, locale="de-DE", sharing=True))
    assert (changed.profile.time_zone, changed.profile.locale, changed.profile.sharing) == (
        "Europe/Berlin",
        "de-DE",
        True,
    )
    assert (await house.sign_in("anna")).profile == changed.profile


async def test_a_zone_is_unknown_until_it_is_told(house: House) -> None:
    signed_in = (await house.sign_in("anna")).profile
    assert (signed_in.time_zone, signed_in.zone_told) == ("UTC", False)
    changed = await house.ask(ChangeProfile(person_id=signed_in.person_id, locale="de"))
    assert not changed.profile.zone_told
    changed = await house.ask(ChangeProfile(person_id=signed_in.person_id, time_zone="UTC"))
    assert (changed.profile.time_zone, changed.profile.zone_told) == ("UTC", True)
    assert (await house.sign_in("anna")).profile.zone_told


async def test_one_wrong_value_changes_nothing(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    wrong_zone = ChangeProfile(person_id=person_id, time_zone="Berlin", sharing=True)
    wrong_locale = ChangeProfile(person_id=person_id, time_zone="Europe/Berlin", locale="deutsch!")
    assert await house.refused(wrong_zone) == "invalid_time_zone"
    assert await house.refused(wrong_locale) == "invalid_locale"
    profile = (await house.ask(ChangeProfile(person_id=person_id))).profile
    assert (profile.time_zone, profile.sharing) == ("UTC", False)


async def test_nobody_can_be_changed_or_given_a_token(house: House) -> None:
    assert await house.refused(ChangeProfile(person_id=NOBODY, sharing=True)) == "unknown_person"
    assert await house.refused(CreateToken(person_id=NOBODY, name="x", token_hash=HASH)) == "unknown_person"


async def test_signing_out_ends_this_session_only(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    await house.sign_in("anna")
    request = SignOut(session_hash=credential_hash("anna 1"))
    assert [await house.ask(request), await house.ask(request)] == [SignedOut(), SignedOut()]
    assert await _owner(house, "session", "anna 1") is None
    assert await _owner(house, "session", "anna 2") == person_id


async def test_a_session_is_no_token_and_a_token_no_session(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    await house.ask(CreateToken(person_id=person_id, name="script", token_hash=HASH))
    assert await _owner(house, "token", "nk_secret") == person_id
    assert await _owner(house, "session", "nk_secret") is None
    assert await _owner(house, "token", "anna 1") is None


async def test_a_token_is_created_once_listed_used_and_revoked(house: House) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    request = CreateToken(person_id=person_id, name=" backup script ", token_hash=HASH)
    created = await house.ask(request)
    assert await house.ask(request) == created
    assert (created.token.name, created.token.created_at, created.token.last_used_at) == ("backup script", START, None)

    house.time.now += 1_000
    await _owner(house, "token", "nk_secret")
    house.time.now += 59_999
    await _owner(house, "token", "nk_secret")
    listed = (await house.ask(ListTokens(person_id=person_id))).tokens
    assert [(token.id, token.last_used_at) for token in listed] == [(created.token.id, START + 1_000)]

    revoke = RevokeToken(person_id=person_id, token_id=created.token.id)
    assert (await house.ask(revoke)).token_hash == HASH
    assert (await house.ask(revoke)).token_hash is None
    assert await _owner(house, "token", "nk_secret") is None


async def test_nobody_reaches_anothers_tokens(house: House) -> None:
    anna, berta = [(await house.sign_in(name)).profile.person_id for name in ("anna", "berta")]
    token = (await house.ask(CreateToken(person_id=anna, name="mine", token_hash=HASH))).token
    assert (await house.ask(ListTokens(person_id=berta))).tokens == []
    assert (await house.ask(RevokeToken(person_id=berta, token_id=token.id))).token_hash is None
    assert await house.refused(CreateToken(person_id=berta, name="mine", token_hash=HASH)) == "token_exists"
    assert await _owner(house, "token", "nk_secret") == anna


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
async def test_token_names_are_bounded(house: House, name: str) -> None:
    person_id = (await house.sign_in("anna")).profile.person_id
    assert await house.refused(CreateToken(person_id=person_id, name=name, token_hash=HASH)) == "invalid_token_name"

"""Invitations: made by operators, good for seven days and one account; every request twice."""

import pytest

from auth.domain.local_accounts import INVITATION_LIFE_MS
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.accounts import (
    InvitationSeen,
    Invite,
    ListInvitations,
    LookAtInvitation,
    RevokeInvitation,
)
from tests.integration.auth.conftest import START, House
from tests.integration.auth.local import household

NOBODY = "0" * 32


async def test_an_invitation_is_made_once_listed_looked_at_and_revoked(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    request = Invite(person_id=olga.person_id, code_hash=credential_hash("code"))
    invited = await house.ask(request)
    assert await house.ask(request) == invited
    invitation = invited.invitation
    assert (invitation.created_at, invitation.expires_at) == (START, START + INVITATION_LIFE_MS)
    assert (await house.ask(ListInvitations(person_id=olga.person_id))).invitations == [invitation]
    look = LookAtInvitation(code_hash=credential_hash("code"))
    seen = InvitationSeen(invited_by="Olga", expires_at=invitation.expires_at)
    assert [await house.ask(look), await house.ask(look)] == [seen, seen]

    revoke = RevokeInvitation(person_id=olga.person_id, invitation_id=invitation.id)
    assert [(await house.ask(revoke)).found, (await house.ask(revoke)).found] == [True, False]
    assert await house.refused(look) == "invitation_over"
    assert await house.refused(home.joining("code", "otto")) == "invitation_over"
    told = await home.audit(olga.person_id)
    assert told == ["joined", "signed-in", "invited", "invitation-revoked"]


async def test_whoever_was_invited_is_no_operator_unless_the_invitation_says_so(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    otto = await home.member(olga, "otto")
    oskar = await home.joined(await home.code(olga, admin=True), "oskar")
    assert (otto.admin, oskar.admin) == (False, True)
    assert (await house.ask(Invite(person_id=oskar.person_id, code_hash=credential_hash("his")))).invitation


async def test_nobody_but_an_operator_invites(house: House) -> None:
    home = await household(house)
    otto = await home.member(await home.operator(), "otto")
    anna = (await house.sign_in("anna")).profile
    for person_id in (otto.person_id, anna.person_id, NOBODY):
        requests: list[Message] = [
            Invite(person_id=person_id, code_hash=credential_hash("x")),
            ListInvitations(person_id=person_id),
            RevokeInvitation(person_id=person_id, invitation_id=NOBODY),
        ]
        assert [await house.refused(request) for request in requests] == ["not_admin"] * 3


async def test_it_is_over_after_seven_days_and_the_first_link_names_nobody(house: House) -> None:
    home = await household(house)
    code = await home.first_code()
    seen = await house.ask(LookAtInvitation(code_hash=credential_hash(code)))
    assert (seen.invited_by, seen.expires_at) == (None, START + INVITATION_LIFE_MS)
    house.time.now += INVITATION_LIFE_MS
    assert await house.refused(LookAtInvitation(code_hash=credential_hash(code))) == "invitation_over"
    assert await house.refused(home.joining(code, "olga")) == "invitation_over"


async def test_one_that_was_taken_is_listed_revoked_and_taken_no_more(house: House) -> None:
    home = await household(house)
    olga = await home.operator()
    code = await home.code(olga)
    (invitation,) = (await house.ask(ListInvitations(person_id=olga.person_id))).invitations
    joining = home.joining(code, "otto")
    joined = await house.ask(joining)
    revoke = RevokeInvitation(person_id=olga.person_id, invitation_id=invitation.id)
    assert not (await house.ask(revoke)).found
    assert await house.ask(joining) == joined
    assert (await house.ask(ListInvitations(person_id=olga.person_id))).invitations == []
    assert await house.refused(home.joining(code, "oskar")) == "invitation_over"
    assert await house.refused(LookAtInvitation(code_hash=credential_hash(code))) == "invitation_over"


@pytest.mark.parametrize("secret", ["code", "another"])
async def test_the_secret_of_another_operator_is_nobody_elses(house: House, secret: str) -> None:
    home = await household(house)
    olga = await home.operator()
    oskar = await home.joined(await home.code(olga, admin=True), "oskar")
    await house.ask(Invite(person_id=olga.person_id, code_hash=credential_hash("code")))
    request = Invite(person_id=oskar.person_id, code_hash=credential_hash(secret))
    if secret == "code":
        assert await house.refused(request) == "invitation_exists"
    else:
        assert (await house.ask(request)).invitation

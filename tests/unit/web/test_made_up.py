"""What the made-up server of the browser's tests answers has the shapes of the gateway's interface, field by field."""

from typing import Any

import msgspec
import pytest

from gateway.domain.feed_view import Feed
from gateway.domain.invitations_view import InvitationList, NewInvitation, OpenInvitation
from gateway.domain.me_view import Me, TokenList
from gateway.domain.people_view import Match, PeopleList
from gateway.domain.sessions_view import SessionList
from gateway.domain.shares_view import ShareList, ShareView
from gateway.domain.standing_view import Standing
from gateway.domain.wrapped_view import WrappedView
from tests.browser import made_up, made_up_account, made_up_people
from tests.browser.changes import FOR_NOBODY
from tests.browser.scenario import Scenario

ANSWERS: dict[str, tuple[Any, type]] = {
    "me": (made_up.ME, Me),
    "a local account": ({**made_up.ME, **made_up_account.LOCAL, "spotify": made_up_account.EXPIRED}, Me),
    "tokens": ({"items": made_up.TOKENS}, TokenList),
    "sessions": ({"items": made_up_account.SESSIONS}, SessionList),
    "invitations": ({"items": made_up_account.INVITATIONS}, InvitationList),
    "a new invitation": (made_up_account.NEW_INVITATION, NewInvitation),
    "an invitation seen": (FOR_NOBODY["POST /auth/invitation"](Scenario(), {}).body, OpenInvitation),
    "a feed": (made_up_account.feed("full"), Feed),
    "a feed that pauses": (made_up_account.feed("blocked"), Feed),
    "shares": ({"items": made_up_account.SHARES}, ShareList),
    "a share": (made_up_account.share(1, None, None), ShareView),
    "people": ({"items": made_up_people.PEOPLE}, PeopleList),
    "a match": (made_up_people.match("full", 50), Match),
    "no match": (made_up_people.match("empty", 50), Match),
    "a standing": (made_up_people.STANDING, Standing),
    "no standing": (made_up_people.NO_STANDING, Standing),
}


@pytest.mark.parametrize("name", list(ANSWERS))
def test_made_up_answers_are_those_of_the_interface(name: str) -> None:
    answer, shape = ANSWERS[name]
    sent = msgspec.json.encode(msgspec.convert(answer, shape))
    assert without_gains(msgspec.json.decode(sent), answer) == answer


@pytest.mark.parametrize(
    "report",
    [
        made_up.wrapped("2025-11-24", "2026-11-23"),
        made_up.empty_wrapped(None, None),
        made_up.thin_wrapped("2026-11-01", "2026-11-23"),
        made_up_people.history_of(made_up_people.JON, made_up.wrapped("2025-11-24", "2026-11-23")),
    ],
)
def test_made_up_reports_have_all_that_the_interface_shows(report: Any) -> None:
    msgspec.convert(report, WrappedView)


def without_gains(sent: Any, answer: Any) -> Any:
    """`sent` without the fields that `answer` knows nothing of: the interface may gain some."""
    if isinstance(answer, dict):
        return {key: without_gains(sent[key], value) for key, value in answer.items() if key in sent}
    if isinstance(answer, list):
        return [without_gains(one, other) for one, other in zip(sent, answer, strict=True)]
    return sent

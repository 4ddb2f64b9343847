"""What the made-up server answers to requests that change something."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, NamedTuple

from tests.browser import made_up_account, made_up_imports
from tests.browser.scenario import Scenario


class Reply(NamedTuple):
    """A status, the body if there is one, and after how many seconds to come again. A string is a kind of problem."""

    status: HTTPStatus
    body: Any = None
    retry_after: int | None = None


Change = Callable[[Scenario, Any], Reply]

DONE = Reply(HTTPStatus.NO_CONTENT)
_OVER = Reply(HTTPStatus.BAD_REQUEST, "invitation-over")
_REFUSED = {
    "refused": Reply(HTTPStatus.BAD_REQUEST, "sign-in-refused"),
    "too-many": Reply(HTTPStatus.TOO_MANY_REQUESTS, "too-many-attempts", 540),
    "over": _OVER,
    "taken": Reply(HTTPStatus.CONFLICT, "login-taken"),
    "wrong": Reply(HTTPStatus.BAD_REQUEST, "password-refused"),
    "full-up": Reply(HTTPStatus.CONFLICT, "too-many-shares"),
    "error": Reply(HTTPStatus.GATEWAY_TIMEOUT, "no-answer"),
}


def _unless_refused(part: str, reply: Change) -> Change:
    def change(scenario: Scenario, body: Any) -> Reply:
        return _REFUSED.get(scenario.state(part)) or reply(scenario, body)

    return change


def _signed_in(scenario: Scenario, _: Any) -> Reply:
    scenario.signed_in = True
    return DONE


def _signed_out(scenario: Scenario, _: Any) -> Reply:
    scenario.signed_in = False
    return DONE


def _erased(scenario: Scenario, _: Any) -> Reply:
    scenario.signed_in = False
    return Reply(HTTPStatus.ACCEPTED)


def _changed_me(scenario: Scenario, body: Any) -> Reply:
    scenario.me.update(body)
    scenario.me["zone_told"] |= "time_zone" in body
    return Reply(HTTPStatus.OK, scenario.me)


def _uploaded(scenario: Scenario, _: Any) -> Reply:
    state = scenario.state("send")
    if state == "error":
        return Reply(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large")
    if state == "held":
        scenario.hold()
    upload = scenario.taken_as.pop(0) if scenario.taken_as else made_up_imports.UPLOAD_ID
    return Reply(HTTPStatus.ACCEPTED, {"id": upload, "ids": [upload]})


def _joined(scenario: Scenario, body: Any) -> Reply:
    scenario.me.update(login=body["login"], name=body["name"])
    return _signed_in(scenario, body)


def _made(answer: Any) -> Change:
    return lambda scenario, body: Reply(HTTPStatus.CREATED, answer)


def _seen(scenario: Scenario, _: Any) -> Reply:
    state = scenario.state("invitation")
    by, login = "Jon" if state == "full" else None, "mara.q" if state == "anew" else None
    return Reply(HTTPStatus.OK, {"invited_by": by, "expires_at": "2026-11-29T10:00:00Z", "login": login})


def _shared(_: Scenario, body: Any) -> Reply:
    return Reply(HTTPStatus.CREATED, made_up_account.share(9, body["from"], body["to"]))


_TOKEN = {"id": "t3", "name": "New one", "token": "nk_made_up_0123456789"}

FOR_NOBODY: dict[str, Change] = {
    "POST /auth/password": _unless_refused("sign-in", _signed_in),
    "POST /auth/invitation": _unless_refused("invitation", _seen),
    "POST /auth/join": _unless_refused("join", _joined),
}
"""Known to come from the page by their origin: nobody is signed in who could have a token against forgery."""

FOR_PERSON: dict[str, Change] = {
    "POST /auth/logout": _signed_out,
    "POST /api/v1/uploads": _uploaded,
    "POST /api/v1/tokens": _made(_TOKEN),
    "PATCH /api/v1/me": _changed_me,
    "DELETE /api/v1/me": _unless_refused("leave", _erased),
    "PUT /api/v1/me/password": _unless_refused("password", lambda scenario, body: DONE),
    "POST /api/v1/invitations": _unless_refused("invite", _made(made_up_account.NEW_INVITATION)),
    "POST /api/v1/shares": _unless_refused("share", _shared),
}
_GONE = re.compile(r"DELETE /api/v1/(tokens|invitations|shares|sessions)(/\w+)?")


def change_for(request: str) -> Change | None:
    """What answers this `METHOD /path` of somebody who is signed in."""
    if _GONE.fullmatch(request):
        return lambda scenario, body: DONE
    return FOR_PERSON.get(request)

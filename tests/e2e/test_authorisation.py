"""Who may do what: every call of the interface, by everybody who could ask, and what they get.

nobody   no credential
owner    the session of a person who runs the instance and has the things asked for
other    somebody else's session, while the owner does not share their history
shared   the same, while the owner shares it with the people of the instance
expired  a session of the owner that has ended by time
revoked  a personal access token of the owner that was revoked
forged   the owner's session, sent by a page of another site that cannot know the CSRF token

An answer to anybody but the owner names nothing of the owner's, but where a star says that it is meant to.
"""

import uuid
from collections.abc import AsyncIterator, Sequence
from typing import Any, NamedTuple

import aiohttp
import pytest

from tests.e2e.cast import Cast, asked, cast
from tests.harness.client import Person
from tests.harness.local_accounts import PASSWORD, joined, operators_link
from tests.harness.stack import Nachklang

TABLE = """
call                                        nobody  owner  other  shared  expired  revoked  forged
GET    /auth/login                             302    302    302     302      302      302     302
GET    /auth/login?connect=true                401    302    302     302      401      401     403
GET    /auth/callback                          400    400    400     400      400      400     400
POST   /auth/logout                            204    204    204     204      204      400     403
POST   /auth/password                          400    400    400     400      400      400     403
POST   /auth/invitation                        400    400    400     400      400      400     403
POST   /auth/join                              400    400    400     400      400      400     403
GET    /api/v1/me                              401    200    200     200      401      401     200
PATCH  /api/v1/me                              401    200    200     200      401      401     403
PUT    /api/v1/me/password                     401    204    400     400      401      401     403
GET    /api/v1/me/export                       401    200    200     200      401      401     200
DELETE /api/v1/me                              401    202    202     202      401      401     403
GET    /api/v1/sessions                        401    200    200     200      401      401     200
DELETE /api/v1/sessions                        401    204    204     204      401      401     403
DELETE /api/v1/sessions/{session}              401    204    404     404      401      401     403
GET    /api/v1/tokens                          401    200    200     200      401      401     200
POST   /api/v1/tokens                          401    201    201     201      401      401     403
DELETE /api/v1/tokens/{token}                  401    204    404     404      401      401     403
GET    /api/v1/invitations                     401    200    403     403      401      401     200
POST   /api/v1/invitations                     401    201    403     403      401      401     403
DELETE /api/v1/invitations/{invitation}        401    204    403     403      401      401     403
POST   /api/v1/uploads                         401    202    202     202      401      401     403
GET    /api/v1/uploads                         401    200    200     200      401      401     200
GET    /api/v1/uploads/{upload}                401    200    404     404      401      401     200
GET    /api/v1/uploads/{upload}/events         401    200    404     404      401      401     200
GET    /api/v1/uploads/{upload}/rejections     401    200    404     404      401      401     200
GET    /api/v1/wrapped                         401    200    200     200      401      401     200
GET    /api/v1/wrapped?person={owner}          401    200    404    200*      401      401     200
GET    /api/v1/plays                           401    200    200     200      401      401     200
GET    /api/v1/samples/{unknown}               401    404    404     404      401      401     404
GET    /api/v1/feed                            401    200    200     200      401      401     200
GET    /api/v1/people                          401    200    200    200*      401      401     200
GET    /api/v1/match?person={owner}            401    400    404    200*      401      401     400
GET    /api/v1/standing                        401    200    200     200      401      401     200
GET    /api/v1/shares                          401    200    200     200      401      401     200
POST   /api/v1/shares                          401    201    201     201      401      401     403
DELETE /api/v1/shares/{share}                  401    204    404     404      401      401     403
GET    /api/v1/events                          401    200    200     200      401      401     200
GET    /s/{share}                             200*    200   200*    200*     200*     200*     200
GET    /s/{share}.png                         200*    200   200*    200*     200*     200*     200
GET    /s/fonts/commissioner-latin.woff2       200    200    200     200      200      200     200
GET    /readyz                                 200    200    200     200      200      200     200
GET    /api/docs                               200    200    200     200      200      200     200
GET    /api/docs/reader.js                     200    200    200     200      200      200     200
GET    /api/openapi.json                       200    200    200     200      200      200     200
"""

BODIES: dict[str, Any] = {
    "POST /auth/password": {"login": "{anybody}", "password": "not the password"},
    "POST /auth/invitation": {"code": "no invitation"},
    "POST /auth/join": {"code": "no invitation", "login": "newcomer", "name": "N", "password": PASSWORD},
    "PATCH /api/v1/me": {"time_zone": "Europe/Berlin"},
    "PUT /api/v1/me/password": {"old": PASSWORD, "new": "another horse, another battery"},
    "POST /api/v1/tokens": {"name": "script"},
    "POST /api/v1/invitations": {},
    "POST /api/v1/uploads": b"[]",
    "POST /api/v1/shares": {},
}
"""What is sent, where something is: good enough to be done for whoever may. Guessing at one login is slowed down."""

UNKNOWN = "0" * 32
"""The key of a track without any sample."""

ENDINGS = {
    "POST /auth/logout",
    "PUT /api/v1/me/password",
    "DELETE /api/v1/me",
    "DELETE /api/v1/sessions",
}
"""These end sessions or people, so each has people of its own."""

ASKED_IN_TURN = ("nobody", "expired", "revoked", "forged", "other", "shared", "owner")
"""The owner last, who may take away what is asked for."""

ASKED_APART = (("nobody", "other"), ("nobody", "shared"), ("expired", "revoked", "forged", "owner"))
"""Where each who may ends something: groups that need people of their own."""


class Row(NamedTuple):
    """A line of the table: the status for each who asks; `shown` are those who may see what is the owner's."""

    method: str
    target: str
    statuses: dict[str, int]
    shown: frozenset[str]

    @property
    def call(self) -> str:
        """Method and path, as BODIES and ENDINGS name them."""
        return f"{self.method} {self.target.partition('?')[0]}"


def rows() -> list[Row]:
    """The table, read."""
    first, *lines = TABLE.strip().splitlines()
    _, *who = first.split()
    found = []
    for line in lines:
        method, target, *cells = line.split()
        told = dict(zip(who, cells, strict=True))
        statuses = {name: int(cell.rstrip("*")) for name, cell in told.items()}
        found.append(Row(method, target, statuses, frozenset(name for name in who if told[name].endswith("*"))))
    return found


@pytest.fixture(scope="module")
async def operator(nachklang: Nachklang) -> AsyncIterator[Person]:
    """Whoever took the link of `make admin`."""
    link = await operators_link(nachklang)
    async with joined(nachklang.url, link, f"op-{uuid.uuid4().hex[:12]}") as person:
        yield person


@pytest.fixture(scope="module")
async def people(nachklang: Nachklang, operator: Person) -> AsyncIterator[Cast]:
    """Those who ask for what leaves people and sessions as they are."""
    async with cast(nachklang, operator) as one:
        yield one


@pytest.mark.parametrize("row", rows(), ids=[f"{row.method} {row.target}" for row in rows()])
async def test_who_may_do_what(nachklang: Nachklang, operator: Person, people: Cast, row: Row) -> None:
    if row.call in ENDINGS:
        for asking in ASKED_APART:
            async with cast(nachklang, operator) as own:
                assert await statuses_of(own, row, asking) == {who: row.statuses[who] for who in asking}
        return
    assert await statuses_of(people, row, ASKED_IN_TURN) == row.statuses
    for kind in ("token", "invitation", "share", "session"):
        if f"{{{kind}}}" in row.target and row.method == "DELETE":
            await people.renew(kind)


async def statuses_of(people: Cast, row: Row, asking: Sequence[str]) -> dict[str, int]:
    """What each gets."""
    found = {}
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        for who in asking:
            if who == "shared":
                await people.owner.share_history()
            answered = await asked(
                http,
                row.method,
                people.url + row.target.format(**people.things, unknown=UNKNOWN),
                people.credentials()[who],
                body_of(row),
            )
            found[who] = answered.status
            if who == "shared":
                await people.owner.share_history(sharing=False)
            if who not in row.shown and who not in {"owner", "forged"}:
                told = {secret for secret in people.secrets() if secret.encode() in answered.body}
                assert not told, f"{who} was told what is the owner's: {answered.body[:500]!r}"
    return found


def body_of(row: Row) -> Any:
    """What is sent with this call."""
    body = BODIES.get(row.call)
    if isinstance(body, dict):
        return {name: f"anybody-{uuid.uuid4().hex[:8]}" if text == "{anybody}" else text for name, text in body.items()}
    return body


async def test_every_call_has_a_row_and_every_row_a_call(nachklang: Nachklang) -> None:
    async with aiohttp.request("GET", f"{nachklang.url}/api/openapi.json") as answer:
        paths = (await answer.json())["paths"]
    described = {f"{method.upper()} {path}" for path, methods in paths.items() for method in methods}
    assert {pattern_of(row) for row in rows()} == described


def pattern_of(row: Row) -> str:
    """The row's call as the document writes it."""
    path = row.target.partition("?")[0]
    for kind in ("session", "token", "invitation", "upload", "share"):
        path = path.replace(f"{{{kind}}}", "{id}")
    path = path.replace("{unknown}", "{key}")
    for name in ("reader.js", "commissioner-latin.woff2"):
        path = path.replace(name, "{name}")
    return f"{row.method} {path}"

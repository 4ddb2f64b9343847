"""Those who ask in the authorisation matrix: an owner of one of each thing, somebody else, and ended credentials."""

import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from contracts.keys import credential_hash
from gateway.domain.csrf import csrf_token
from gateway.http.cookies import SESSION
from tests.harness.asking import Answered, browser
from tests.harness.client import Person, signed_in
from tests.harness.database import as_root
from tests.harness.histories.broken import good_rows
from tests.harness.local_accounts import invite, joined, same_origin, signed_in_by_password, try_password
from tests.harness.stack import Nachklang

Credential = Mapping[str, str]
"""Headers that stand for somebody."""

CROSS_SITE = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
"""What a browser adds to requests that another site makes it send."""


@dataclass(frozen=True)
class Cast:
    """`owner` has a local account, runs the instance, and has what `things` names; `other` has signed in at Spotify."""

    url: str
    login: str
    owner: Person
    other: Person
    things: dict[str, str]
    expired: Credential
    revoked: Credential

    def credentials(self) -> dict[str, Credential]:
        """By the columns of the table; `shared` is `other` while the owner shares."""
        mine, theirs = by_session(session_in(self.owner.http)), by_session(session_in(self.other.http))
        forged = {**mine, "X-CSRF-Token": "0" * 64, **CROSS_SITE}
        own_page = same_origin(self.url)
        return {
            "nobody": own_page,
            "expired": {**self.expired, **own_page},
            "revoked": {**self.revoked, **own_page},
            "forged": forged,
            "other": {**theirs, **own_page},
            "shared": {**theirs, **own_page},
            "owner": {**mine, **own_page},
        }

    def secrets(self) -> set[str]:
        """What nobody but the owner may be told."""
        return {str(self.owner.me["id"]), self.login, *self.things.values()} - {""}

    async def renew(self, kind: str) -> None:
        """Another thing of a kind that calls take away."""
        match kind:
            case "token":
                self.things["token"] = (await self.owner.token())["id"]
            case "invitation":
                self.things["invitation"] = (await _invitation(self.owner))["id"]
            case "share":
                self.things["share"] = (await self.owner.change("POST", "/api/v1/shares", {}, 201))["id"]
            case "session":
                self.things["session"] = await _another_session(self.url, self.login, self.owner)


def session_in(http: aiohttp.ClientSession) -> str:
    """The secret of the session that a browser has."""
    return next(cookie.value for cookie in http.cookie_jar if cookie.key == SESSION)


def by_session(secret: str) -> Credential:
    """A session's cookie with its CSRF token."""
    return {"Cookie": f"{SESSION}={secret}", "X-CSRF-Token": csrf_token(secret)}


@asynccontextmanager
async def cast(nachklang: Nachklang, operator: Person) -> AsyncIterator[Cast]:
    """New people, whom `operator` invites."""
    login = f"owner-{uuid.uuid4().hex[:12]}"
    link = await invite(operator, admin=True)
    other = signed_in(nachklang.url, f"other-{uuid.uuid4().hex[:12]}")
    async with joined(nachklang.url, link, login) as owner, other as somebody:
        async with browser() as late:  # asks for nothing before: what was asked is remembered for a minute
            assert (await try_password(late, nachklang.url, login)).status == 204
            expired = session_in(late)
            await as_root(nachklang.parts.mariadb, _END, credential_hash(expired))
        token = await owner.token()
        await owner.change("DELETE", f"/api/v1/tokens/{token['id']}", status=204)
        upload = await owner.imported(good_rows(), "Streaming_History_Audio_2024.json")
        things = {"upload": str(upload["id"]), "owner": str(owner.me["id"])}
        revoked = {"Authorization": f"Bearer {token['token']}"}
        people = Cast(nachklang.url, login, owner, somebody, things, by_session(expired), revoked)
        for kind in ("token", "invitation", "share", "session"):
            await people.renew(kind)
        yield people


async def asked(http: aiohttp.ClientSession, method: str, address: str, credential: Credential, body: Any) -> Answered:
    """One request with these headers and no other cookies; of a stream of events only the beginning is looked at."""
    sent = {"data": body} if isinstance(body, bytes) else {} if body is None else {"json": body}
    async with http.request(method, address, headers=credential, allow_redirects=False, **sent) as answer:
        is_stream = answer.content_type == "text/event-stream"
        content = b"" if is_stream else await answer.read()
        return Answered(answer.status, content, answer.headers)


_END = "UPDATE auth.sessions SET expires_at = 1 WHERE session_hash = %s"


async def _invitation(owner: Person) -> dict[str, Any]:
    return dict(await owner.change("POST", "/api/v1/invitations", {}, 201))


async def _another_session(url: str, login: str, owner: Person) -> str:
    """The id of a session in another browser, which stays open."""
    async with signed_in_by_password(url, login):
        sessions = (await owner.get("/api/v1/sessions"))["items"]
    return str(next(session["id"] for session in sessions if not session["current"]))

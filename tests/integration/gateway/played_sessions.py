"""The auth service, played, first half: who signs in with Spotify, their sessions, tokens and profiles."""

import uuid
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from chassis.clock import system_clock
from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages import people as p
from contracts.messages import sessions as s

AUTHORIZE = "https://accounts.example.org/authorize"
DAY_MS = 86_400_000


def profile(name: str) -> p.Profile:
    """Somebody new."""
    return p.Profile(
        person_id=uuid.uuid4().hex,
        name=name,
        picture=None,
        time_zone="UTC",
        locale="en",
        sharing=False,
        connected=True,
        connected_until=1_800_000_000_000,
    )


Answers = dict[type[Message], Callable[[Any], Message | str]]
"""The reply to each kind of request, or the code of a refusal."""


class Opened(NamedTuple):
    """A session: whose, by which hash, and what its owner sees of it."""

    person_id: str
    hashed: str
    shown: s.Session


class PlayedSessions:
    """Answers from plain dictionaries."""

    def __init__(self) -> None:
        self.people: dict[str, p.Profile] = {}
        self.credentials: dict[str, str] = {}
        self.tokens: dict[str, tuple[str, str, p.Token]] = {}
        self.sessions: dict[str, Opened] = {}
        self.states: dict[str, p.BeginSignIn] = {}

    def someone(self, name: str = "Ada", **given: Any) -> tuple[p.Profile, str]:
        """A person and the secret of a session of theirs."""
        person, secret = msgspec.structs.replace(profile(name), **given), uuid.uuid4().hex
        self.people[person.person_id] = person
        self._open(person.person_id, credential_hash(secret), "spotify", "Firefox on Linux")
        return person, secret

    def answers(self) -> Answers:
        """What is answered here."""
        return {
            p.BeginSignIn: self._begin,
            p.CompleteSignIn: self._complete,
            p.CheckCredential: self._check,
            p.SignOut: self._sign_out,
            p.ChangeProfile: self._change,
            p.CreateToken: self._create,
            p.ListTokens: self._list,
            p.RevokeToken: self._revoke,
            s.ListSessions: self._list_sessions,
            s.EndSessions: self._end_sessions,
        }

    def _open(self, person_id: str, hashed: str, way: s.Way, device: str | None) -> None:
        now = system_clock()
        shown = s.Session(
            id=uuid.uuid4().hex, created_at=now, last_seen_at=now, expires_at=now + 90 * DAY_MS, way=way,
            device=device, current=False,
        )  # fmt: skip
        self.credentials[hashed] = person_id
        self.sessions[shown.id] = Opened(person_id, hashed, shown)

    def _end(self, *ids: str) -> list[str]:
        hashes = [self.sessions.pop(session_id).hashed for session_id in ids]
        for hashed in hashes:
            self.credentials.pop(hashed, None)
        return hashes

    def _end_old(self, hashed: str | None) -> None:
        self._end(*[session_id for session_id, opened in self.sessions.items() if opened.hashed == hashed])

    def _begin(self, message: p.BeginSignIn) -> Message:
        state = uuid.uuid4().hex
        self.states[state] = message
        return p.SignInBegun(authorize_url=f"{AUTHORIZE}?state={state}")

    def _complete(self, message: p.CompleteSignIn) -> Message | str:
        begun = self.states.pop(message.state or "", None)
        if begun is None or begun.nonce_hash != message.nonce_hash or message.code != "good":
            return "sign_in_expired"
        if begun.connect and begun.connect != self.credentials.get(message.old_session_hash or ""):
            return "sign_in_expired"
        person = self.people[begun.connect] if begun.connect else profile("Ada")
        self.people[person.person_id] = person
        self._end_old(message.old_session_hash)
        self._open(person.person_id, message.session_hash, "spotify", message.device)
        return p.SignedIn(next=begun.next, profile=person)

    def _check(self, message: p.CheckCredential) -> Message:
        return p.CredentialChecked(profile=self.people.get(self.credentials.get(message.credential_hash, "")))

    def _sign_out(self, message: p.SignOut) -> Message:
        self.credentials.pop(message.session_hash, None)
        self._end_old(message.session_hash)
        return p.SignedOut()

    def _change(self, message: p.ChangeProfile) -> Message | str:
        if message.time_zone == "Nowhere/Land":
            return "invalid_time_zone"
        given = {name: getattr(message, name) for name in ("time_zone", "locale", "sharing")}
        changed = {name: value for name, value in given.items() if value is not None}
        self.people[message.person_id] = msgspec.structs.replace(self.people[message.person_id], **changed)
        return p.ProfileChanged(profile=self.people[message.person_id])

    def _create(self, message: p.CreateToken) -> Message:
        token = p.Token(id=uuid.uuid4().hex, name=message.name, created_at=system_clock(), last_used_at=None)
        self.tokens[token.id] = (message.person_id, message.token_hash, token)
        self.credentials[message.token_hash] = message.person_id
        return p.TokenCreated(token=token)

    def _list(self, message: p.ListTokens) -> Message:
        mine = [token for owner, _, token in self.tokens.values() if owner == message.person_id]
        return p.TokensListed(tokens=mine)

    def _revoke(self, message: p.RevokeToken) -> Message:
        owner, token_hash, _ = self.tokens.get(message.token_id, ("", "", None))
        if owner != message.person_id:
            return p.TokenRevoked(token_hash=None)
        del self.tokens[message.token_id]
        self.credentials.pop(token_hash, None)
        return p.TokenRevoked(token_hash=token_hash)

    def _list_sessions(self, message: s.ListSessions) -> Message:
        mine = [opened for opened in self.sessions.values() if opened.person_id == message.person_id]
        shown = [
            msgspec.structs.replace(opened.shown, current=opened.hashed == message.current_hash) for opened in mine
        ]
        return s.SessionsListed(sessions=shown[::-1])

    def _end_sessions(self, message: s.EndSessions) -> Message:
        mine = {key: opened for key, opened in self.sessions.items() if opened.person_id == message.person_id}
        if message.session_id is not None:
            return s.SessionsEnded(session_hashes=self._end(*mine.keys() & {message.session_id}))
        others = [key for key, opened in mine.items() if opened.hashed != message.keep_hash]
        return s.SessionsEnded(session_hashes=self._end(*others))

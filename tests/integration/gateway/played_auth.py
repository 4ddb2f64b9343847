"""The auth service, played: sign-in, sessions, tokens, local accounts and sharing, from plain dictionaries."""

import base64
import uuid
from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from chassis.clock import system_clock
from contracts.keys import credential_hash
from contracts.messages import Message, RequestFailed
from contracts.messages import accounts as a
from contracts.messages import people as p
from contracts.messages import sessions as s
from contracts.messages import sharing as sh

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


class Opened(NamedTuple):
    """A session: whose, by which hash, and what its owner sees of it."""

    person_id: str
    hashed: str
    shown: s.Session


class PlayedAuth:
    """Answers what the auth service answers. Tests change how it behaves and look at what it was told."""

    def __init__(self) -> None:
        self.people: dict[str, p.Profile] = {}
        self.credentials: dict[str, str] = {}
        self.tokens: dict[str, tuple[str, str, p.Token]] = {}
        self.sessions: dict[str, Opened] = {}
        self.states: dict[str, p.BeginSignIn] = {}
        self.logins: dict[str, tuple[str, str]] = {}
        self.invitations: dict[str, a.Invitation] = {}
        self.told: list[Message] = []
        self.refuses_for_s: int | None = None
        self._key = PrivateKey.generate()

    def someone(self, name: str = "Ada", **given: Any) -> tuple[p.Profile, str]:
        """A person and the secret of a session of theirs."""
        person, secret = msgspec.structs.replace(profile(name), **given), uuid.uuid4().hex
        self.people[person.person_id] = person
        self._open(person.person_id, credential_hash(secret), "spotify", "Firefox on Linux")
        return person, secret

    def invitation(self, *, admin: bool = False) -> str:
        """The secret of an invitation that can be taken."""
        secret = uuid.uuid4().hex
        self._invite(a.Invite(person_id=self.someone(admin=True)[0].person_id, code_hash=credential_hash(secret)))
        return secret

    def change_key(self) -> None:
        """From now on what was sealed before can't be opened."""
        self._key = PrivateKey.generate()

    def answer(self, message: Message) -> Message | str | None:
        """The reply, the code of a refusal, or None for what is no request to this service."""
        answers: dict[type[Message], Callable[[Any], Message | str]] = {
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
            a.AskSealingKey: self._sealing_key,
            a.SignInWithPassword: self._password,
            a.LookAtInvitation: self._look_at_invitation,
            a.JoinByInvitation: self._join,
            a.ChangePassword: self._change_password,
            a.Invite: self._invite,
            a.ListInvitations: self._list_invitations,
            a.RevokeInvitation: self._revoke_invitation,
            sh.ListPeople: self._list_people,
            sh.LookAtPerson: self._look,
            sh.ErasePerson: self._erase,
        }
        if type(message) not in answers:
            return None
        self.told.append(message)
        try:
            return answers[type(message)](message)
        except KeyError:
            return "unknown_person"

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

    def _sealing_key(self, _: a.AskSealingKey) -> Message:
        return a.SealingKeyTold(public_key=base64.b64encode(bytes(self._key.public_key)).decode())

    def _unsealed(self, sealed: str) -> str | None:
        try:
            return SealedBox(self._key).decrypt(base64.b64decode(sealed)).decode()
        except (CryptoError, ValueError):
            return None

    def _password(self, message: a.SignInWithPassword) -> Message | str:
        if self.refuses_for_s is not None:
            return RequestFailed(code="too_many_attempts", detail="Wait a little.", retry_after_s=self.refuses_for_s)
        given = self._unsealed(message.password)
        if given is None:
            return "unreadable"
        person_id, password = self.logins.get(message.login, ("", ""))
        if not person_id or given != password:
            return "password_refused"
        self._end_old(message.old_session_hash)
        self._open(person_id, message.session_hash, "password", message.device)
        return p.SignedIn(next="/", profile=self.people[person_id])

    def _look_at_invitation(self, message: a.LookAtInvitation) -> Message | str:
        invitation = self.invitations.get(message.code_hash)
        return (
            a.InvitationSeen(invited_by="Grace", expires_at=invitation.expires_at) if invitation else "invitation_over"
        )

    def _join(self, message: a.JoinByInvitation) -> Message | str:
        given = self._unsealed(message.password)
        if given is None:
            return "unreadable"
        if message.login in self.logins:
            return "login_taken"
        invitation = self.invitations.pop(message.code_hash, None)
        if invitation is None:
            return "invitation_over"
        person = msgspec.structs.replace(
            profile(message.name), login=message.login, admin=invitation.admin, connected=False, connected_until=None
        )
        self.people[person.person_id] = person
        self.logins[message.login] = person.person_id, given
        self._open(person.person_id, message.session_hash, "invitation", message.device)
        return p.SignedIn(next="/", profile=person)

    def _change_password(self, message: a.ChangePassword) -> Message | str:
        login = self.people[message.person_id].login
        if login is None:
            return "no_local_account"
        old, new = self._unsealed(message.old), self._unsealed(message.new)
        if new is None:
            return "unreadable"
        if old != self.logins[login][1]:
            return "password_refused"
        self.logins[login] = message.person_id, new
        mine = {key: opened for key, opened in self.sessions.items() if opened.person_id == message.person_id}
        return a.PasswordChanged(
            session_hashes=self._end(*(key for key, opened in mine.items() if opened.hashed != message.keep_hash))
        )

    def _invite(self, message: a.Invite) -> Message | str:
        if not self.people[message.person_id].admin:
            return "not_admin"
        now = system_clock()
        made = a.Invitation(id=uuid.uuid4().hex, created_at=now, expires_at=now + 7 * DAY_MS, admin=message.admin)
        self.invitations[message.code_hash] = made
        return a.Invited(invitation=made)

    def _list_invitations(self, message: a.ListInvitations) -> Message | str:
        admin = self.people[message.person_id].admin
        return a.InvitationsListed(invitations=list(self.invitations.values())) if admin else "not_admin"

    def _revoke_invitation(self, message: a.RevokeInvitation) -> Message | str:
        if not self.people[message.person_id].admin:
            return "not_admin"
        found = [key for key, made in self.invitations.items() if made.id == message.invitation_id]
        for key in found:
            del self.invitations[key]
        return a.InvitationRevoked(found=bool(found))

    def _list_people(self, message: sh.ListPeople) -> Message:
        shared = (self._shared(person) for person in self.people if person != message.viewer_id)
        return sh.PeopleListed(people=sorted(filter(None, shared), key=lambda person: person.name))

    def _look(self, message: sh.LookAtPerson) -> Message:
        return sh.PersonSeen(person=self._shared(message.person_id))

    def _erase(self, message: sh.ErasePerson) -> Message:
        self.people.pop(message.person_id, None)
        hashes = [hashed for hashed, owner in self.credentials.items() if owner == message.person_id]
        for hashed in hashes:
            del self.credentials[hashed]
        return sh.ErasureBegun(credential_hashes=hashes)

    def _shared(self, person_id: str) -> sh.SharedPerson | None:
        person = self.people.get(person_id)
        if person is None or not person.sharing:
            return None
        return sh.SharedPerson(
            person_id=person_id, name=person.name, picture=person.picture, time_zone=person.time_zone
        )

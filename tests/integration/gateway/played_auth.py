"""The auth service, played: local accounts, invitations and sharing beside its first half (played_sessions)."""

import base64
import uuid

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox

from chassis.clock import system_clock
from contracts.keys import credential_hash
from contracts.messages import Message, RequestFailed
from contracts.messages import accounts as a
from contracts.messages import people as p
from contracts.messages import sharing as sh
from tests.integration.gateway.played_sessions import DAY_MS, Answers, PlayedSessions, profile


class PlayedAuth(PlayedSessions):
    """Answers what the auth service answers. Tests change how it behaves and look at what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.logins: dict[str, tuple[str, str]] = {}
        self.invitations: dict[str, a.Invitation] = {}
        self.resets: dict[str, str] = {}
        self.told: list[Message] = []
        self.refuses_for_s: int | None = None
        self._key = PrivateKey.generate()

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
        answers = self.answers()
        if type(message) not in answers:
            return None
        self.told.append(message)
        try:
            return answers[type(message)](message)
        except KeyError:
            return "unknown_person"

    def answers(self) -> Answers:
        """What is answered here and by the first half."""
        return super().answers() | {
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
        login = self.resets.get(message.code_hash)
        if login is not None:
            return a.InvitationSeen(invited_by=None, expires_at=system_clock() + DAY_MS, login=login)
        return (
            a.InvitationSeen(invited_by="Grace", expires_at=invitation.expires_at) if invitation else "invitation_over"
        )

    def _join(self, message: a.JoinByInvitation) -> Message | str:
        given = self._unsealed(message.password)
        if given is None:
            return "unreadable"
        if message.code_hash in self.resets:
            return self._reset(message, given)
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
        self._end_old(message.old_session_hash)
        self._open(person.person_id, message.session_hash, "invitation", message.device)
        return p.SignedIn(next="/", profile=person)

    def _reset(self, message: a.JoinByInvitation, password: str) -> Message | str:
        if message.login != self.resets[message.code_hash]:
            return "another_login"
        del self.resets[message.code_hash]
        person_id, _ = self.logins[message.login]
        self.logins[message.login] = person_id, password
        ended = self._end(*(key for key, opened in self.sessions.items() if opened.person_id == person_id))
        self._open(person_id, message.session_hash, "invitation", message.device)
        return p.SignedIn(next="/", profile=self.people[person_id], ended=tuple(ended))

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

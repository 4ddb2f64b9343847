"""Requests to the auth service and its replies. Credentials travel as sha256 hex digests, never as themselves."""

from typing import Annotated, ClassVar, Literal

import msgspec

from contracts.messages.base import Message

Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
"""A sha256 as hex digits."""


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A person as the instance knows them. `connected_until` is unix ms UTC, six months after authorization.

    `reconnect`: there was a connection to Spotify, and it has ended. `login` is the name of a local account, None
    without one. `admin` may invite others. `zone_told`: somebody has said which `time_zone` it is; until then it is
    UTC.
    """

    person_id: str
    name: str
    picture: str | None
    time_zone: str
    locale: str
    sharing: bool
    connected: bool
    connected_until: int | None
    reconnect: bool = False
    login: str | None = None
    admin: bool = False
    zone_told: bool = True


class BeginSignIn(Message, frozen=True):
    """Command: make a state bound to the browser (`nonce_hash`, of a cookie) and say where to send the person.

    `connect` is who is signed in and wants Spotify connected to their account; None opens a session for whoever it is.
    """

    SCHEMA: ClassVar[str] = "begin-sign-in.v1"

    nonce_hash: Digest
    next: str
    connect: str | None = None


class SignInBegun(Message, frozen=True):
    """The authorize address, with client_id, response_type, redirect_uri, scope, state and PKCE S256."""

    SCHEMA: ClassVar[str] = "sign-in-begun.v1"

    authorize_url: str


class CompleteSignIn(Message, frozen=True):
    """Command: check `state` first, exchange `code`, open a session known by `session_hash`.

    `error` is what Spotify sent instead of a code. `old_session_hash` is the session that this browser has: it ends
    with the new one, and must be that of the person where Spotify is to be connected to an account. `device` is what
    the browser says of itself.
    """

    SCHEMA: ClassVar[str] = "complete-sign-in.v1"

    nonce_hash: Digest
    state: str | None
    code: str | None
    error: str | None
    session_hash: Digest
    old_session_hash: Digest | None = None
    device: str | None = None


class SignedIn(Message, frozen=True):
    """The session is open. `next` is the path asked for at the beginning.

    ended  sessions of the person that ended with it, as by a password that was set anew; a repeat tells none
    """

    SCHEMA: ClassVar[str] = "signed-in.v1"

    next: str
    profile: Profile
    ended: tuple[Digest, ...] = ()


class CheckCredential(Message, frozen=True):
    """Command: whose is this session or personal access token?"""

    SCHEMA: ClassVar[str] = "check-credential.v1"

    kind: Literal["session", "token"]
    credential_hash: Digest


class CredentialChecked(Message, frozen=True):
    """`profile` is None where the credential is unknown, ended or revoked."""

    SCHEMA: ClassVar[str] = "credential-checked.v1"

    profile: Profile | None


class SignOut(Message, frozen=True):
    """Command: end the session."""

    SCHEMA: ClassVar[str] = "sign-out.v1"

    session_hash: Digest


class SignedOut(Message, frozen=True):
    """The session is gone; said too where there was none."""

    SCHEMA: ClassVar[str] = "signed-out.v1"


class ChangeProfile(Message, frozen=True):
    """Command: change what is not None.

    An unknown zone or locale is refused with `invalid_time_zone` or `invalid_locale`.
    """

    SCHEMA: ClassVar[str] = "change-profile.v1"

    person_id: str
    time_zone: str | None = None
    locale: str | None = None
    sharing: bool | None = None


class ProfileChanged(Message, frozen=True):
    """The profile as it stands now."""

    SCHEMA: ClassVar[str] = "profile-changed.v1"

    profile: Profile


class CreateToken(Message, frozen=True):
    """Command: keep a personal access token, known by its hash. The same hash again answers the same token."""

    SCHEMA: ClassVar[str] = "create-token.v1"

    person_id: str
    name: str
    token_hash: Digest


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """A personal access token without its secret; moments are unix ms UTC."""

    id: str
    name: str
    created_at: int
    last_used_at: int | None


class TokenCreated(Message, frozen=True):
    """The token is kept."""

    SCHEMA: ClassVar[str] = "token-created.v1"

    token: Token


class ListTokens(Message, frozen=True):
    """Command: the person's tokens, oldest first."""

    SCHEMA: ClassVar[str] = "list-tokens.v1"

    person_id: str


class TokensListed(Message, frozen=True):
    """The person's tokens."""

    SCHEMA: ClassVar[str] = "tokens-listed.v1"

    tokens: list[Token]


class RevokeToken(Message, frozen=True):
    """Command: revoke one of the person's tokens."""

    SCHEMA: ClassVar[str] = "revoke-token.v1"

    person_id: str
    token_id: str


class TokenRevoked(Message, frozen=True):
    """The token is gone. `token_hash` lets caches forget it; None where the person has no such token."""

    SCHEMA: ClassVar[str] = "token-revoked.v1"

    token_hash: Digest | None

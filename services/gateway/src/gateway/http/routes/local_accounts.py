"""Accounts of this instance: signing in with a password, joining by an invitation, changing the password."""

from typing import Annotated

import msgspec
from aiohttp import web

from gateway.domain.invitations_view import OpenInvitation, open_invitation_of
from gateway.domain.problems import (
    INVALID_LOGIN,
    INVALID_NAME,
    INVITATION_OVER,
    LOGIN_TAKEN,
    PASSWORD_REFUSED,
    SIGN_IN_REFUSED,
    TOO_MANY_ATTEMPTS,
    UNAVAILABLE,
    WEAK_PASSWORD,
)
from gateway.domain.times import moment
from gateway.handlers.local_accounts import LocalAccounts, Newcomer
from gateway.handlers.opening import Opened
from gateway.http.browsers import Browsers
from gateway.http.cookies import Cookies
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json

_TAG = "signing in"
_ABOUT_JOINING = """\
Makes an account. An invitation that names a `login` sets the password of that account anew instead: send that login;
all its sessions end, and the name stays as it is.
"""

_Login = Annotated[
    str,
    msgspec.Meta(
        description="3 to 32 small letters, digits, dots, dashes and underscores",
        pattern=r"^[a-z0-9._-]{3,32}(?!\n)$",  # Python's $ would let a line end stand behind it
        min_length=3,
        max_length=32,
        examples=["ada"],
    ),
]
_Name = Annotated[
    str, msgspec.Meta(description="What others see, not only blanks", min_length=1, max_length=100, pattern=r"\S")
]
_NewPassword = Annotated[str, msgspec.Meta(description="10 to 200 characters", min_length=10, max_length=200)]
_Password = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
_Code = Annotated[str, msgspec.Meta(description="What stands behind the # of the link", min_length=1, max_length=100)]


class PasswordSignIn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What somebody signs in with."""

    login: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    password: _Password


class InvitationCode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An invitation, by its secret."""

    code: _Code


class Joining(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A new account. The zone is UTC and the language English where they are left out."""

    code: _Code
    login: _Login
    name: _Name
    password: _NewPassword
    time_zone: Annotated[str, msgspec.Meta(max_length=64, examples=["Europe/Berlin"])] | None = None
    locale: Annotated[str, msgspec.Meta(max_length=35, examples=["de"])] | None = None


class PasswordChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The password that holds, and the one that is to."""

    old: _Password
    new: _NewPassword


_JOINING = Joining(code="dR4…", login="ada", name="Ada", password="correct horse battery", time_zone="Europe/Berlin")  # noqa: S106  # made up
_SIGN_IN = PasswordSignIn(login="ada", password="correct horse battery")  # noqa: S106  # made up
_CHANGE = PasswordChange(old="correct horse battery", new="staple of many horses")
_OPEN = OpenInvitation(invited_by="Grace", login=None, expires_at=moment(1_764_000_000_000))


class LocalAccountRoutes:
    """`/auth/password`, `/auth/invitation`, `/auth/join` and `/api/v1/me/password`."""

    def __init__(self, accounts: LocalAccounts, cookies: Cookies, browsers: Browsers) -> None:
        self._accounts = accounts
        self._cookies = cookies
        self._browsers = browsers

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        signed_in = {204: Answer("Signed in; the session cookie is set", media_type=None)}
        return [
            Operation(
                "POST",
                "/auth/password",
                _TAG,
                "Sign in with login and password",
                self.sign_in,
                signed_in,
                for_person=False,
                own_page_only=True,
                body=PasswordSignIn,
                body_example=_SIGN_IN,
                problems=(SIGN_IN_REFUSED, TOO_MANY_ATTEMPTS, UNAVAILABLE),
            ),
            Operation(
                "POST",
                "/auth/invitation",
                _TAG,
                "Look at an invitation",
                self.look,
                {200: Answer("It can be taken", OpenInvitation, example=_OPEN)},
                for_person=False,
                own_page_only=True,
                body=InvitationCode,
                body_example=InvitationCode(code="dR4…"),
                problems=(INVITATION_OVER, UNAVAILABLE),
            ),
            Operation(
                "POST",
                "/auth/join",
                _TAG,
                "Take an invitation and sign in",
                self.join,
                signed_in,
                for_person=False,
                own_page_only=True,
                body=Joining,
                body_example=_JOINING,
                problems=(INVALID_LOGIN, INVALID_NAME, INVITATION_OVER, WEAK_PASSWORD, LOGIN_TAKEN, UNAVAILABLE),
                description=_ABOUT_JOINING,
            ),
            Operation(
                "PUT",
                "/api/v1/me/password",
                _TAG,
                "Change my password",
                self.change,
                {204: Answer("It holds from now on; all other sessions have ended", media_type=None)},
                body=PasswordChange,
                body_example=_CHANGE,
                problems=(PASSWORD_REFUSED, WEAK_PASSWORD, TOO_MANY_ATTEMPTS, UNAVAILABLE),
            ),
        ]

    async def sign_in(self, call: Call[None, PasswordSignIn]) -> web.Response:
        """Whether the login exists or the password is wrong, the refusal is the same."""
        browser = self._browsers.of(call.request)
        return self._signed_in(await self._accounts.sign_in(call.body.login, call.body.password, browser))

    async def look(self, call: Call[None, InvitationCode]) -> web.Response:
        """The code is in the body, so that it stands in no log of addresses."""
        return as_json(open_invitation_of(await self._accounts.look_at(call.body.code)))

    async def join(self, call: Call[None, Joining]) -> web.Response:
        """An account and its first session."""
        wish = call.body
        newcomer = Newcomer(wish.login, wish.name.strip(), wish.password, wish.time_zone, wish.locale)
        return self._signed_in(await self._accounts.join(wish.code, newcomer, self._browsers.of(call.request)))

    async def change(self, call: Call[None, PasswordChange]) -> web.Response:
        """The session that asks goes on; a token keeps none."""
        await self._accounts.change_password(
            call.profile.person_id, call.body.old, call.body.new, call.caller.session_secret
        )
        return web.Response(status=204)

    def _signed_in(self, opened: Opened) -> web.Response:
        response = web.Response(status=204)
        self._cookies.open_session(response, opened.secret)
        return response

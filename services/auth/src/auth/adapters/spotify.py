"""Spotify's accounts and Web API for one person at a time (spotify.md 1). Bodies are read tolerantly: some are text."""

from http import HTTPStatus
from typing import Annotated, TypeVar

import aiohttp
import msgspec
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from auth.adapters.spotify_http import SpotifyHttp, why_forbidden
from auth.domain import refusals
from auth.domain.connections import Tokens
from auth.domain.people import Account
from auth.domain.sign_ins import SCOPES
from auth.settings import SpotifySettings
from auth.spotify_ports import AccessRefused, GrantRefused, SpotifyDown
from chassis.clock import Clock

_PICTURE_WIDTH = 300
_LONGEST_NAME = 255

T = TypeVar("T")


_Token = Annotated[str, msgspec.Meta(max_length=4_000)]
_Id = Annotated[str, msgspec.Meta(max_length=128)]


class _TokenAnswer(msgspec.Struct):
    access_token: _Token
    expires_in: int
    refresh_token: _Token | None = None


class _TokenError(msgspec.Struct):
    error: str = ""


class _Image(msgspec.Struct):
    url: str
    width: int | None = None


class _Me(msgspec.Struct):
    id: _Id
    account_id: _Id | None = None
    display_name: str | None = None
    images: list[_Image] = []


class SpotifyAdapter:
    """One registered application. `redirect_uri` as it is registered, to the letter."""

    def __init__(
        self, session: aiohttp.ClientSession, settings: SpotifySettings, redirect_uri: str, clock: Clock
    ) -> None:
        self._http = SpotifyHttp(session, clock)
        self._settings = settings
        self._redirect_uri = redirect_uri
        self._clock = clock

    def authorize_url(self, state: str, verifier: str) -> str:
        """The authorization request (RFC 6749 4.1.1) with PKCE S256 (RFC 7636 4.3). Raises Refusal."""
        if not self._settings.client_id:
            raise refusals.no_application()
        return str(
            prepare_grant_uri(
                f"{self._settings.accounts_url}/authorize",
                client_id=self._settings.client_id,
                response_type="code",
                redirect_uri=self._redirect_uri,
                scope=list(SCOPES),
                state=state,
                code_challenge=create_s256_code_challenge(verifier),
                code_challenge_method="S256",
            )
        )

    async def exchange(self, code: str, verifier: str) -> Tokens:
        """A code for tokens. Raises GrantRefused, Refusal, SpotifyDown."""
        form = prepare_token_request(
            "authorization_code", redirect_uri=self._redirect_uri, code=code, code_verifier=verifier
        )
        return await self._tokens(form)

    async def refresh(self, refresh_token: str) -> Tokens:
        """A new access token. Raises GrantRefused, Refusal, SpotifyDown."""
        return await self._tokens(prepare_token_request("refresh_token", refresh_token=refresh_token))

    async def me(self, access_token: str) -> Account:
        """Whose token it is. Raises AccessRefused, Refusal, SpotifyDown."""
        headers = {"Authorization": f"Bearer {access_token}"}
        status, body = await self._http.call("GET", f"{self._settings.api_url}/v1/me", headers)
        if status == HTTPStatus.UNAUTHORIZED:
            raise AccessRefused
        if status == HTTPStatus.FORBIDDEN:
            raise why_forbidden(body)
        if status != HTTPStatus.OK:
            raise refusals.spotify_refused()
        return _account(_decoded(body, _Me))

    async def _tokens(self, form: str) -> Tokens:
        login = aiohttp.encode_basic_auth(self._settings.client_id, self._settings.client_secret.reveal())
        headers = {"Authorization": login, "Content-Type": "application/x-www-form-urlencoded"}
        status, body = await self._http.call("POST", f"{self._settings.accounts_url}/api/token", headers, form)
        if status != HTTPStatus.OK:
            raise _why_no_tokens(body)
        answer = _decoded(body, _TokenAnswer)
        return Tokens(answer.access_token, answer.refresh_token, self._clock() + answer.expires_in * 1_000)


def _why_no_tokens(body: bytes) -> Exception:
    try:
        error = msgspec.json.decode(body, type=_TokenError).error
    except msgspec.DecodeError:
        error = ""
    if error == "invalid_grant":
        return GrantRefused()
    return refusals.client_refused() if error == "invalid_client" else refusals.spotify_refused()


def _account(me: _Me) -> Account:
    by_id = f"id:{me.id}"
    identity, legacy = (f"account:{me.account_id}", by_id) if me.account_id else (by_id, None)
    name = (me.display_name or me.id)[:_LONGEST_NAME]
    return Account(identity, legacy, name, _picture(me.images))


def _picture(images: list[_Image]) -> str | None:
    """The smallest that is wide enough; Spotify lists them from wide to narrow."""
    wide_enough = [image.url for image in images if (image.width or 0) >= _PICTURE_WIDTH]
    fitting = wide_enough or [image.url for image in images]
    return fitting[-1] if fitting else None


def _decoded(body: bytes, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.DecodeError as error:
        raise SpotifyDown(f"Spotify's answer is not the documented one: {error}") from error

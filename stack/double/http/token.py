"""POST /api/token: codes, refreshes and client credentials become access tokens (spotify.md 1.2 to 1.5)."""

import base64
import binascii
import hmac
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from stack.double.codes import CodeError
from stack.double.http.errors import oauth_error, outage
from stack.double.http.keys import world_of
from stack.double.settings import Settings
from stack.double.tokens import ACCESS_LIFE_S, Grant, Token
from stack.double.world import World

Form = Mapping[str, str]


class OAuthError(Exception):
    """A 400 of the token endpoint."""

    def __init__(self, error: str, description: str | None = None) -> None:
        super().__init__(error, description)
        self.error = error
        self.description = description


@dataclass(frozen=True, slots=True)
class Client:
    """The one registered application. `public`: it named itself without its secret."""

    public: bool


async def token(request: web.Request) -> web.Response:
    """Check the client, then what it brings."""
    world = world_of(request)
    if request.content_type != "application/x-www-form-urlencoded":
        return web.Response(status=415, text="Unsupported Media Type")
    form = {name: str(value) for name, value in (await request.post()).items()}
    world.calls[f"token {form.get('grant_type', '')}"] += 1
    down = outage(world.switches.now.accounts_outage)
    if down is not None:
        return down
    try:
        client = _client(request.headers.get("Authorization"), form, world.settings)
        answer = _answer(client, form, world)
    except OAuthError as error:
        return oauth_error(error.error, error.description)
    return web.json_response(answer, headers={"Cache-Control": "no-store"})


def _client(authorization: str | None, form: Form, settings: Settings) -> Client:
    client_id, secret = _basic(authorization) if authorization else (form.get("client_id"), form.get("client_secret"))
    if not client_id:
        raise OAuthError("invalid_client")
    if client_id != settings.client_id:
        raise OAuthError("invalid_client", "Invalid client")
    if secret is None:
        return Client(public=True)
    if not hmac.compare_digest(secret.encode(), settings.client_secret.encode()):
        raise OAuthError("invalid_client", "Invalid client secret")
    return Client(public=False)


def _basic(authorization: str) -> tuple[str, str]:
    scheme, _, encoded = authorization.partition(" ")
    try:
        client_id, colon, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise OAuthError("invalid_client") from None
    if scheme.lower() != "basic" or not colon:
        raise OAuthError("invalid_client")
    return client_id, secret


def _answer(client: Client, form: Form, world: World) -> dict[str, object]:
    kind = form.get("grant_type")
    if kind == "authorization_code":
        return _exchange(client, form, world)
    if kind == "refresh_token":
        return _refresh(client, form, world)
    if kind == "client_credentials":
        return _credentials(client, world)
    raise OAuthError("unsupported_grant_type", "grant_type parameter is missing or unknown")


def _exchange(client: Client, form: Form, world: World) -> dict[str, object]:
    if "code" not in form or "redirect_uri" not in form:
        raise OAuthError("invalid_request", "code and redirect_uri must be supplied")
    if client.public and "code_verifier" not in form:
        raise OAuthError("invalid_client")
    try:
        code = world.codes.redeem(form["code"], form["redirect_uri"], form.get("code_verifier"), world.now())
    except CodeError as error:
        raise OAuthError("invalid_grant", str(error)) from error
    grant = Grant(code.person, code.scopes, world.now(), client.public)
    return _tokens(grant, world) | {"refresh_token": world.mint.refresh(grant)}


def _refresh(client: Client, form: Form, world: World) -> dict[str, object]:
    if "refresh_token" not in form:
        raise OAuthError("invalid_request", "refresh_token must be supplied")
    old = world.mint.read(form["refresh_token"])
    if old is None or old.kind != "refresh":
        raise OAuthError("invalid_grant", "Invalid refresh token")
    world.renewals[str(old.grant.person)] += 1
    if client.public and not old.grant.public:
        raise OAuthError("invalid_client")
    if old.serial in world.spent or world.is_revoked(old.grant) or old.expires_at <= world.now():
        raise OAuthError("invalid_grant", "Refresh token revoked")
    return _tokens(old.grant, world) | _next_refresh_token(old, form["refresh_token"], world)


def _next_refresh_token(old: Token, text: str, world: World) -> dict[str, object]:
    position = world.switches.now.refresh_token
    if position == "omit":
        return {}
    if position == "repeat":
        return {"refresh_token": text}
    world.spent.add(old.serial)
    return {"refresh_token": world.mint.refresh(old.grant)}


def _credentials(client: Client, world: World) -> dict[str, object]:
    if client.public:
        raise OAuthError("invalid_client")
    access = world.mint.access(Grant(None, (), world.now(), public=False), world.now())
    return {"access_token": access, "token_type": "bearer", "expires_in": ACCESS_LIFE_S}


def _tokens(grant: Grant, world: World) -> dict[str, object]:
    return {
        "access_token": world.mint.access(grant, world.now()),
        "token_type": "Bearer",
        "scope": " ".join(grant.scopes),
        "expires_in": ACCESS_LIFE_S,
    }

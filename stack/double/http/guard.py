"""What every call of the Web API passes before it is answered: outage, token, premium, allow-list, limits."""

import asyncio

from aiohttp import web
from aiohttp.typedefs import Handler

from stack.double.http.errors import NOT_REGISTERED, OWNER_NOT_PREMIUM, ApiError, bad_token, outage
from stack.double.http.keys import CALLER, Caller, world_of
from stack.double.people import Person, find_person
from stack.double.world import World

_FAMILIES = frozenset({"search", "tracks", "artists", "albums", "shows", "episodes", "me"})


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count the call, refuse what Spotify refuses, and put the caller into the request."""
    world = world_of(request)
    switches = world.switches.now
    bucket = _bucket(request.path)
    world.calls[f"api {bucket}"] += 1
    if switches.latency_ms:
        await asyncio.sleep(switches.latency_ms / 1_000)
    down = outage(switches.api_outage)
    if down is not None:
        return down
    try:
        request[CALLER] = _admit(request.headers.get("Authorization"), world)
        _check_limits(bucket, world)
        return await handler(request)
    except ApiError as error:
        return error.response()


def _bucket(path: str) -> str:
    family = path.split("/")[2]
    return family if family in _FAMILIES else "other"


def _admit(authorization: str | None, world: World) -> Caller:
    if not authorization:
        raise bad_token("Missing access token", "missing_token")
    scheme, _, text = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise ApiError(400, "Only valid bearer authentication supported")
    token = world.mint.read(text)
    if token is None or token.kind != "access" or world.is_revoked(token.grant):
        raise bad_token("Invalid access token", "invalid_token")
    if token.expires_at <= world.now():
        raise bad_token("Expired access token", "invalid_token")
    if not world.switches.now.owner_premium:
        raise ApiError(403, OWNER_NOT_PREMIUM, plain=True)
    if token.grant.person is None:
        return Caller(None, ())
    return Caller(_registered(token.grant.person, world), token.grant.scopes)


def _registered(person_id: str, world: World) -> Person:
    person = find_person(person_id)
    if person is None or not person.registered or person_id in world.switches.now.unregistered:
        raise ApiError(403, NOT_REGISTERED, plain=True)
    return person


def _check_limits(bucket: str, world: World) -> None:
    switches = world.switches.now
    refusal = world.limits.take(bucket, switches, world.now())
    if refusal is None:
        return
    if refusal.quota:
        raise ApiError(429, "Too many requests", reason="QUOTA_EXCEEDED", headers=refusal.headers)
    if switches.rate_limit_body == "json":
        raise ApiError(429, "API rate limit exceeded", headers=refusal.headers)
    raise ApiError(429, "Too many requests", headers=refusal.headers, plain=True)

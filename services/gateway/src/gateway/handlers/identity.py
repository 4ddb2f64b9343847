"""Whose is a session or token? The auth service knows; a cache remembers for a minute."""

from collections import OrderedDict
from typing import Literal

import msgspec

from chassis.clock import Clock
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from gateway.handlers.asking import ask_auth
from gateway.handlers.ended_credentials import REMEMBERED_S, EndedCredentials, credential_key, is_ended
from gateway.handlers.together import Together
from gateway.ports import Asks, Cache

CredentialKind = Literal["session", "token"]

_MOST = 10_000

_PROFILES = msgspec.json.Decoder(Profile)


class Identity:
    """Checks credentials. Two cache entries, hash → person → profile, so that a changed profile is one write.

    Whose a hash is never changes, so that is also remembered here: both entries are then one look-up.
    """

    def __init__(self, asks: Asks, cache: Cache, clock: Clock) -> None:
        self._asks = asks
        self._cache = cache
        self._kept = Together(cache.get)
        self._ended = EndedCredentials(cache, clock)
        self._people: OrderedDict[str, str] = OrderedDict()

    async def whose(self, kind: CredentialKind, secret: str) -> Profile | None:
        """The profile behind a credential, None where it is unknown, ended or revoked. Raises as `ask_auth`."""
        hashed = credential_hash(secret)
        if self._ended.has(hashed):
            return None
        person_id = self._people.get(hashed)
        key = credential_key(hashed)
        kept = await self._kept.get([key] if person_id is None else [key, _profile(person_id)])
        said = kept.get(key)
        if said is None:
            return await self._asked(kind, hashed)
        if is_ended(said):
            return None
        profile = await self._remembered(hashed, said.decode(), kept.get(_profile(said.decode())))
        return profile or await self._asked(kind, hashed)

    async def changed(self, profile: Profile) -> None:
        """From now on `profile` is what the person looks like."""
        await self._cache.put(_profile(profile.person_id), msgspec.json.encode(profile), REMEMBERED_S)

    async def ended(self, hashed: str) -> None:
        """From now on nobody stands behind this hash of a credential, whether the cache is there or not."""
        self._people.pop(hashed, None)
        await self._ended.add(hashed)

    async def _remembered(self, hashed: str, person_id: str, body: bytes | None) -> Profile | None:
        self._people[hashed] = person_id
        while len(self._people) > _MOST:
            self._people.popitem(last=False)
        if body is None:
            body = (await self._kept.get([_profile(person_id)])).get(_profile(person_id))
        return None if body is None else _readable(body)

    async def _asked(self, kind: CredentialKind, hashed: str) -> Profile | None:
        checked = await ask_auth(self._asks, CheckCredential(kind=kind, credential_hash=hashed), CredentialChecked)
        profile = checked.profile
        if profile is not None:
            person_id, body = profile.person_id, msgspec.json.encode(profile)
            await self._cache.put(_profile(person_id), body, REMEMBERED_S, unless_there=True)
            await self._cache.put(credential_key(hashed), person_id.encode(), REMEMBERED_S, unless_there=True)
        return profile


def _readable(body: bytes) -> Profile | None:
    """None for what another version of the gateway kept: the profile is asked for anew."""
    try:
        return _PROFILES.decode(body)
    except msgspec.DecodeError:
        return None


def _profile(person_id: str) -> str:
    return f"nachklang:profile:{person_id}"

"""Whose is a session or token? The auth service knows; a cache remembers for a minute."""

from collections import OrderedDict
from collections.abc import Container
from typing import Literal

import msgspec

from chassis.clock import Clock
from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from gateway.domain.cache_keys import profile_key
from gateway.handlers.asking import ask_auth
from gateway.handlers.cache_sweep import CacheSweep
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

    def __init__(self, asks: Asks, cache: Cache, clock: Clock, erased: Container[str] = frozenset()) -> None:
        self._asks = asks
        self._erased = erased
        self._cache = cache
        self._kept = Together(cache.get)
        self._ended = EndedCredentials(cache, clock)
        self._sweep = CacheSweep(cache)
        self._people: OrderedDict[str, str] = OrderedDict()

    async def whose(self, kind: CredentialKind, secret: str) -> Profile | None:
        """The profile behind a credential, None where it is unknown, ended or revoked. Raises as `ask_auth`."""
        profile = await self._found(kind, credential_hash(secret))
        return None if profile is None or profile.person_id in self._erased else profile

    async def _found(self, kind: CredentialKind, hashed: str) -> Profile | None:
        if self._ended.has(hashed):
            return None
        person_id = self._people.get(hashed)
        key = credential_key(hashed)
        kept = await self._kept.get([key] if person_id is None else [key, profile_key(person_id)])
        said = kept.get(key)
        if said is None:
            return await self._asked(kind, hashed)
        if is_ended(said):
            return None
        profile = await self._remembered(hashed, said.decode(), kept.get(profile_key(said.decode())))
        return profile or await self._asked(kind, hashed)

    async def changed(self, profile: Profile) -> None:
        """From now on `profile` is what the person looks like."""
        if profile.person_id in self._erased:
            return
        key = profile_key(profile.person_id)
        if not await self._cache.put(key, msgspec.json.encode(profile), REMEMBERED_S):
            await self._sweep.remove(key)  # else what they looked like before is found when the cache is back

    async def ended(self, hashed: str) -> None:
        """From now on nobody stands behind this hash of a credential, whether the cache is there or not."""
        self._people.pop(hashed, None)
        await self._ended.add(hashed)

    def forget(self, person_id: str) -> None:
        """Let go of who stands behind which credential, for one person."""
        for hashed in [hashed for hashed, owner in self._people.items() if owner == person_id]:
            del self._people[hashed]

    async def _remembered(self, hashed: str, person_id: str, body: bytes | None) -> Profile | None:
        self._people[hashed] = person_id
        while len(self._people) > _MOST:
            self._people.popitem(last=False)
        if body is None:
            body = (await self._kept.get([profile_key(person_id)])).get(profile_key(person_id))
        return None if body is None else _readable(body)

    async def _asked(self, kind: CredentialKind, hashed: str) -> Profile | None:
        checked = await ask_auth(self._asks, CheckCredential(kind=kind, credential_hash=hashed), CredentialChecked)
        profile = checked.profile
        if profile is not None and profile.person_id not in self._erased:
            person_id, body = profile.person_id, msgspec.json.encode(profile)
            await self._cache.put(profile_key(person_id), body, REMEMBERED_S, unless_there=True)
            await self._cache.put(credential_key(hashed), person_id.encode(), REMEMBERED_S, unless_there=True)
            if person_id in self._erased:  # meanwhile: the sweep may have been there before
                await self._cache.remove(profile_key(person_id), credential_key(hashed))
        return profile


def _readable(body: bytes) -> Profile | None:
    """None for what another version of the gateway kept: the profile is asked for anew."""
    try:
        return _PROFILES.decode(body)
    except msgspec.DecodeError:
        return None

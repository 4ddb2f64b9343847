"""Whose is a session or token? The auth service knows; a cache remembers for a minute."""

from typing import Literal

import msgspec

from contracts.keys import credential_hash
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from gateway.handlers.asking import ask_auth
from gateway.ports import Asks, Cache

CredentialKind = Literal["session", "token"]

_REMEMBERED_S = 60
_GONE_S = 120
"""Longer than anything is remembered: a check that began before the end can't bring the credential back."""
_GONE = b"gone"

_PROFILES = msgspec.json.Decoder(Profile)


class Identity:
    """Checks credentials. Two cache entries, hash → person → profile, so that a changed profile is one write."""

    def __init__(self, asks: Asks, cache: Cache) -> None:
        self._asks = asks
        self._cache = cache

    async def whose(self, kind: CredentialKind, secret: str) -> Profile | None:
        """The profile behind a credential, None where it is unknown, ended or revoked. Raises as `ask_auth`."""
        hashed = credential_hash(secret)
        person_id = await self._cache.get(_credential(hashed))
        if person_id == _GONE:
            return None
        if person_id is not None:
            remembered = await self._cache.get(_profile(person_id.decode()))
            profile = None if remembered is None else _readable(remembered)
            if profile is not None:
                return profile
        return await self._asked(kind, hashed)

    async def changed(self, profile: Profile) -> None:
        """From now on `profile` is what the person looks like."""
        await self._cache.put(_profile(profile.person_id), msgspec.json.encode(profile), _REMEMBERED_S)

    async def ended(self, hashed: str) -> None:
        """From now on nobody stands behind this hash of a credential."""
        await self._cache.put(_credential(hashed), _GONE, _GONE_S)

    async def _asked(self, kind: CredentialKind, hashed: str) -> Profile | None:
        checked = await ask_auth(self._asks, CheckCredential(kind=kind, credential_hash=hashed), CredentialChecked)
        profile = checked.profile
        if profile is not None:
            key, value = _profile(profile.person_id), msgspec.json.encode(profile)
            await self._cache.put(key, value, _REMEMBERED_S, unless_there=True)
            await self._cache.put(_credential(hashed), profile.person_id.encode(), _REMEMBERED_S, unless_there=True)
        return profile


def _readable(body: bytes) -> Profile | None:
    """None for what another version of the gateway kept: the profile is asked for anew."""
    try:
        return _PROFILES.decode(body)
    except msgspec.DecodeError:
        return None


def _credential(hashed: str) -> str:
    return f"nachklang:credential:{hashed}"


def _profile(person_id: str) -> str:
    return f"nachklang:profile:{person_id}"

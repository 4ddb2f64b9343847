"""Credentials: asked once, remembered for a while, gone at once."""

import asyncio
from collections.abc import Collection, Mapping

import msgspec
import pytest

from contracts.keys import credential_hash
from contracts.messages import Message
from contracts.messages.people import CheckCredential, CredentialChecked, Profile
from gateway.domain.cache_keys import profile_key
from gateway.handlers.identity import Identity
from tests.unit.gateway.fakes import FakeAsks, FakeCache

ADA = Profile(
    person_id="a" * 32, name="Ada", picture=None, time_zone="UTC", locale="en", sharing=False, connected=True,
    connected_until=None,
)  # fmt: skip


def checked(request: Message) -> Message:
    assert isinstance(request, CheckCredential)
    return CredentialChecked(profile=ADA if request.credential_hash == credential_hash("good") else None)


async def test_a_credential_is_asked_for_once_and_never_travels_itself() -> None:
    asks, cache = FakeAsks(checked), FakeCache()
    identity = Identity(asks, cache, lambda: 0)
    assert [await identity.whose("session", "good") for _ in range(3)] == [ADA] * 3
    assert asks.asked == [CheckCredential(kind="session", credential_hash=credential_hash("good"))]
    assert "good" not in "".join(cache.kept)


async def test_what_is_unknown_is_asked_for_each_time() -> None:
    asks = FakeAsks(checked)
    identity = Identity(asks, FakeCache(), lambda: 0)
    assert [await identity.whose("token", "bad") for _ in range(2)] == [None, None]
    assert len(asks.asked) == 2


async def test_a_changed_profile_is_not_undone_by_a_check_that_was_under_way() -> None:
    identity = Identity(FakeAsks(checked), FakeCache(), lambda: 0)
    changed = msgspec.structs.replace(ADA, time_zone="Europe/Berlin")
    await identity.changed(changed)
    await identity.whose("session", "good")
    assert await identity.whose("session", "good") == changed


async def test_an_ended_credential_stays_ended_though_a_check_was_under_way() -> None:
    asks, cache = FakeAsks(checked), FakeCache()
    identity = Identity(asks, cache, lambda: 0)
    await identity.whose("session", "good")
    await identity.ended(credential_hash("good"))
    late = Identity(asks, cache, lambda: 0)
    assert await late.whose("session", "good") is None
    await late._asked("session", credential_hash("good"))  # the check that was under way
    assert await late.whose("session", "good") is None


async def test_an_ended_credential_is_not_outlived_by_a_cache_that_was_gone_at_that_moment() -> None:
    asks, cache = FakeAsks(checked), FakeCache()
    identity, other = Identity(asks, cache, lambda: 0), Identity(asks, cache, lambda: 0)
    await identity.whose("session", "good")
    cache.down = True
    await identity.ended(credential_hash("good"))
    cache.down = False
    assert await identity.whose("session", "good") is None
    async with asyncio.timeout(60):
        while await other.whose("session", "good") is not None:
            await asyncio.sleep(0.01)


async def test_a_changed_profile_is_not_outlived_by_a_cache_that_was_gone_at_that_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gateway.handlers.cache_sweep._AGAIN_S", 0.001)
    asks, cache = FakeAsks(checked), FakeCache()
    identity = Identity(asks, cache, lambda: 0)
    await identity.whose("session", "good")
    cache.down = True
    await identity.changed(msgspec.structs.replace(ADA, name="Grace"))
    cache.down = False
    async with asyncio.timeout(60):
        while profile_key(ADA.person_id) in cache.kept:
            await asyncio.sleep(0.001)
    await identity.whose("session", "good")
    assert len(asks.asked) == 2


async def test_many_checks_at_once_are_one_look_into_the_cache() -> None:
    looks = list[int]()

    class Counting(FakeCache):
        async def get(self, keys: Collection[str]) -> Mapping[str, bytes]:
            looks.append(len(keys))
            await asyncio.sleep(0)
            return await super().get(keys)

    identity = Identity(FakeAsks(checked), Counting(), lambda: 0)
    for _ in range(2):
        await identity.whose("session", "good")
    looks.clear()
    assert await asyncio.gather(*(identity.whose("session", "good") for _ in range(50))) == [ADA] * 50
    assert looks == [2]


async def test_a_profile_of_another_version_in_the_cache_is_asked_for_anew() -> None:
    asks, cache = FakeAsks(checked), FakeCache()
    identity = Identity(asks, cache, lambda: 0)
    await identity.whose("session", "good")
    cache.kept[f"nachklang:profile:{ADA.person_id}"] = b'{"person_id": "a"}'
    assert await identity.whose("session", "good") == ADA
    assert len(asks.asked) == 2

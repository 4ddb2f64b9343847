"""Public shares: kept once, as others see it, told to the audit; and gone when they are taken away."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest

from aggregator.handlers.end_share import EndShare
from aggregator.handlers.freeze_share import MOST_SHARES, FreezeShare
from aggregator.handlers.histories import Histories
from aggregator.ports import KeptShare, NewShare, NotKept, RevokedShare
from chassis.errors import Retryable
from contracts.messages import Message, RequestFailed
from contracts.messages.audit import Audited
from contracts.messages.shares import FreezeWrapped, RevokeShare, Share, ShareRevoked, WrappedFrozen
from contracts.messages.wrapped import Wrapped
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_question
from tests.unit.aggregator.fakes import Caller, Segments

NOW = 1_000
ROWS = [row("2024-05-01T12:00:00"), row("2024-05-02T12:00:00", artist="Secret", private=True)]


class Shares:
    """Implements `ShareStore`."""

    def __init__(self) -> None:
        self.kept: dict[str, NewShare] = {}
        self.numbers: dict[tuple[str, str], tuple[int, int]] = {}
        self.erased = False

    async def find(self, person_id: str, share_id: str) -> KeptShare | None:
        found = self.kept.get(share_id)
        if found is None or found.question.person_id != person_id:
            return None
        return KeptShare(found.share, self.numbers["share-created", share_id][0])

    async def keep(self, share: NewShare, most: int) -> KeptShare | NotKept:
        if self.erased:
            return NotKept.ERASED
        if ("share-revoked", share.share.id) in self.numbers:
            return NotKept.REVOKED
        if share.share.id in self.kept:
            return NotKept.SOMEBODY_ELSES
        if len(self.kept) >= most:
            return NotKept.TOO_MANY
        self.kept[share.share.id] = share
        return KeptShare(share.share, self._note("share-created", share.share.id, share.share.created_at))

    async def revoke(self, person_id: str, share_id: str, at: int) -> RevokedShare | None:
        if await self.find(person_id, share_id):
            del self.kept[share_id]
            self._note("share-revoked", share_id, at)
        number = self.numbers.get(("share-revoked", share_id))
        return RevokedShare(*number) if number else None

    def _note(self, happening: str, share_id: str, at: int) -> int:
        self.numbers[happening, share_id] = len(self.numbers) + 1, at
        return len(self.numbers)


class Audit:
    """Implements `AuditLog`; fails as often as told."""

    def __init__(self) -> None:
        self.told: list[Audited] = []
        self.failures = 0

    async def tell(self, event: Audited) -> None:
        if self.failures:
            self.failures -= 1
            raise Retryable("away")
        self.told.append(event)


class Room:
    """The handlers with everything around them."""

    def __init__(self) -> None:
        self.shares, self.audit, segments = Shares(), Audit(), Segments()
        segments.put("p", 1, ROWS)
        executor = ThreadPoolExecutor(1)
        histories = Histories(segments, executor, 10**9)
        self.freezing = FreezeShare(histories, self.shares, self.audit, executor, lambda: NOW)
        self.ending = EndShare(self.shares, self.audit, lambda: NOW + 1)

    async def freeze(self, share_id: str = "s", **asked: Any) -> Message:
        question = wrapped_question(**{"viewer": "other"} | asked)
        caller = Caller()
        await self.freezing(FreezeWrapped(share_id=share_id, name="Mara", question=question), caller)
        return caller.heard[0]

    async def revoke(self, share_id: str = "s", person_id: str = "p") -> Message:
        caller = Caller()
        await self.ending(RevokeShare(person_id=person_id, share_id=share_id), caller)
        return caller.heard[0]


async def test_frozen_as_others_see_it_and_twice_the_same() -> None:
    room = Room()
    first, second = await room.freeze(), await room.freeze()
    share = Share(id="s", created_at=NOW, first_day="2024-05-01", last_day="2024-05-01")
    assert first == second == WrappedFrozen(share=share)
    body = room.shares.kept["s"].body
    assert msgspec.json.decode(body, type=Wrapped).totals.plays == 1
    assert b"Secret" not in body
    assert [(event.happening, event.number, event.at, event.person_id, event.subject) for event in room.audit.told] == [
        ("share-created", 1, NOW, "p", "s")
    ] * 2


async def test_kept_though_the_audit_was_away_and_told_when_it_is_back() -> None:
    room = Room()
    room.audit.failures = 2
    assert isinstance(await room.freeze(), WrappedFrozen)
    assert [event.number for event in room.audit.told] == [1]


async def test_taken_away_twice_and_never_back() -> None:
    room = Room()
    await room.freeze()
    assert await room.revoke() == await room.revoke() == ShareRevoked(found=True)
    assert [(event.happening, event.number, event.at) for event in room.audit.told[1:]] == [
        ("share-revoked", 2, NOW + 1)
    ] * 2
    assert room.shares.kept == {}
    again = await room.freeze()
    assert isinstance(again, RequestFailed)
    assert again.code == "share_revoked"


async def test_another_person_can_neither_take_it_away_nor_have_its_id() -> None:
    room = Room()
    await room.freeze()
    assert await room.revoke(person_id="q") == ShareRevoked(found=False)
    taken = await room.freeze(person_id="q", revision=0)
    assert isinstance(taken, RequestFailed)
    assert taken.code == "share_exists"
    assert len(room.audit.told) == 1


@pytest.mark.parametrize(
    ("asked", "code"),
    [({"viewer": "owner"}, "invalid_viewer"), ({"limit": 51}, "invalid_limit"), ({"limit": 0}, "invalid_limit")],
)
async def test_what_is_no_share_is_refused(asked: dict[str, Any], code: str) -> None:
    room = Room()
    heard = await room.freeze(**asked)
    assert isinstance(heard, RequestFailed)
    assert heard.code == code
    assert (room.shares.kept, room.audit.told) == ({}, [])


async def test_there_is_a_most_and_nothing_for_who_was_erased() -> None:
    room = Room()
    for number in range(MOST_SHARES):
        assert isinstance(await room.freeze(f"{number}"), WrappedFrozen)
    heard = await room.freeze()
    assert isinstance(heard, RequestFailed)
    assert (heard.code, str(MOST_SHARES) in heard.detail) == ("too_many_shares", True)
    room.shares.erased = True
    heard = await room.freeze()
    assert isinstance(heard, RequestFailed)
    assert heard.code == "unknown_person"

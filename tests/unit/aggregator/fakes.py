"""The ports of the aggregator's worker in memory."""

from collections.abc import Iterable, Mapping
from typing import Any

from aggregator.ports import StoredHistory
from chassis.errors import Retryable
from contracts.messages import Message, RequestFailed
from contracts.messages.uploads import LiveTotalsChanged
from tests.harness.segments import bodies


class Segments:
    """Implements `SegmentStore`; counts how often it was asked, and fails as often as told."""

    def __init__(self) -> None:
        self.people: dict[str, StoredHistory] = {}
        self.loads = 0
        self.failures = 0

    def put(self, person_id: str, revision: int, rows: Iterable[Mapping[str, Any]]) -> None:
        self.people[person_id] = StoredHistory(revision, list(bodies(rows).values()))

    async def load(self, person_id: str) -> StoredHistory:
        self.loads += 1
        if self.failures:
            self.failures -= 1
            raise Retryable("away")
        return self.people.get(person_id, StoredHistory(0, []))


class Answers:
    """Implements `AnswerStore`; `log` shares the order of events with the replies."""

    def __init__(self, log: list[str]) -> None:
        self.stored: dict[str, tuple[str, int, bytes, int]] = {}
        self.log = log

    async def put(self, key: str, person_id: str, revision: int, body: bytes, expires_at: int) -> None:
        self.log.append("stored")
        self.stored[key] = (person_id, revision, body, expires_at)

    async def delete_expired(self, now: int, limit: int) -> int:
        expired = [key for key, (_, _, _, expires_at) in self.stored.items() if expires_at < now][:limit]
        for key in expired:
            del self.stored[key]
        return len(expired)


class Caller:
    """Implements `Reply`."""

    def __init__(self, log: list[str] | None = None, *, late: bool = False) -> None:
        self.heard: list[Message] = []
        self.log = [] if log is None else log
        self.late = late

    def too_late(self) -> bool:
        return self.late

    async def send(self, message: Message) -> None:
        self.log.append("replied")
        self.heard.append(message)

    async def refuse(self, code: str, detail: str, *, retryable: bool = False) -> None:
        await self.send(RequestFailed(code=code, detail=detail, retryable=retryable))


class Feed:
    """Implements `LiveFeed`: keeps what was told."""

    def __init__(self) -> None:
        self.untold: dict[str, LiveTotalsChanged] = {}
        self.told: list[LiveTotalsChanged] = []

    def changed(self, totals: LiveTotalsChanged) -> None:
        self.untold[totals.upload_id] = totals

    async def flush(self) -> None:
        self.told += self.untold.values()
        self.untold.clear()

"""The gateway's ports, played in memory."""

import asyncio
from collections.abc import Callable, Collection, Mapping

from chassis.errors import Retryable
from contracts.messages import Message
from contracts.messages.uploads import ImportChanged
from contracts.topics import Topic
from gateway.domain.media import Media
from gateway.ports import Placed, PlacedRejection, StoredAnswer


class FakeCache:
    """Keeps everything for ever; while it is `down` it finds and keeps nothing."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.down = False

    async def get(self, keys: Collection[str]) -> Mapping[str, bytes]:
        return {} if self.down else {key: self.kept[key] for key in keys if key in self.kept}

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> bool:
        if not (self.down or (unless_there and key in self.kept)):
            self.kept[key] = value
        return not self.down

    async def remove(self, *keys: str) -> bool:
        if not self.down:
            self.kept = {key: value for key, value in self.kept.items() if key not in keys}
        return not self.down

    async def drop(self, prefix: str) -> bool:
        if not self.down:
            self.kept = {key: value for key, value in self.kept.items() if not key.startswith(prefix)}
        return not self.down


class SlowCache(FakeCache):
    """Takes in nothing before the gate is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> bool:
        await self.gate.wait()
        return await super().put(key, value, ttl_s, unless_there=unless_there)


class FakeAsks:
    """Replies by a function, after the request was noted."""

    def __init__(self, reply: Callable[[Message], Message]) -> None:
        self.reply = reply
        self.asked: list[Message] = []

    async def ask(self, topic: Topic, key: str, request: Message, timeout_s: float) -> Message:
        self.asked.append(request)
        return self.reply(request)


class FakeAnnounces:
    """Notes what is published."""

    def __init__(self) -> None:
        self.published: list[Message] = []

    async def publish(self, topic: Topic, key: str, message: Message) -> None:
        self.published.append(message)


class FakeStore:
    """A serving store of plain values; `media_down` makes one table fail."""

    def __init__(self) -> None:
        self.of: dict[str, int] = {}
        self.stored: dict[str, StoredAnswer] = {}
        self.known: dict[str, Media] = {}
        self.found: dict[str, ImportChanged] = {}
        self.looked = 0
        self.media_down = False

    async def revisions(self, person_ids: Collection[str]) -> Mapping[str, int]:
        return {person_id: self.of[person_id] for person_id in person_ids if person_id in self.of}

    async def answers(self, question_keys: Collection[str]) -> Mapping[str, StoredAnswer]:
        return {key: self.stored[key] for key in question_keys if key in self.stored}

    async def media(self, keys: Collection[str]) -> dict[str, Media]:
        if self.media_down:
            raise Retryable("the table of media does not answer")
        self.looked += 1
        return {key: self.known[key] for key in keys if key in self.known}

    async def find_import(self, upload_id: str) -> ImportChanged | None:
        return self.found.get(upload_id)

    async def imports(self, person_id: str, before: tuple[int, str] | None, limit: int) -> list[ImportChanged]:
        return [found for found in self.found.values() if found.person_id == person_id][:limit]

    async def rejections(self, upload_id: str, after: tuple[int, int] | None, limit: int) -> list[PlacedRejection]:
        return []


class FakeChunks:
    """A log in memory; `places` decides where each chunk lies."""

    def __init__(self, places: Callable[[int], Placed] = lambda number: Placed(0, 10 + number)) -> None:
        self.kept: list[bytes] = []
        self.most_in_flight = 0
        self._in_flight = 0
        self._places = places

    async def append(self, upload_id: str, number: int, content: bytes) -> "FakeReceipt":
        assert number == len(self.kept)
        self.kept.append(content)
        self._in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self._in_flight)
        return FakeReceipt(self, self._places(number))

    def land(self) -> None:
        self._in_flight -= 1


class FakeReceipt:
    """The place of one chunk."""

    def __init__(self, chunks: FakeChunks, place: Placed) -> None:
        self._chunks = chunks
        self._place = place

    async def placed(self) -> Placed:
        await asyncio.sleep(0)
        self._chunks.land()
        return self._place

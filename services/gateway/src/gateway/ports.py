"""What the handlers need from the world. Adapters give it; tests may give it otherwise."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from contracts.messages import Message
from contracts.messages.uploads import ImportChanged
from contracts.topics import Topic
from gateway.domain.media import Media
from gateway.domain.upload_view import Rejection


class Asks(Protocol):
    """Requests to other services. Raises NoReply, RequestRefused, Retryable (see chassis.rpc)."""

    async def ask(self, topic: Topic, key: str, request: Message, timeout_s: float) -> Message:
        """The reply to `request`."""
        ...


class Announces(Protocol):
    """Messages that nobody replies to."""

    async def publish(self, topic: Topic, key: str, message: Message) -> None:
        """Send and wait until the broker has it. Raises Retryable."""
        ...


class Cache(Protocol):
    """A cache that may be gone: then nothing is found and nothing is kept, and no call raises or takes long."""

    async def get(self, key: str) -> bytes | None:
        """What is kept under `key`."""
        ...

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> None:
        """Keep `value` for `ttl_s` seconds; with `unless_there` only where nothing is kept under `key`."""
        ...


class Placed(NamedTuple):
    """Where the broker put one chunk."""

    partition: int
    offset: int


class ChunkLog(Protocol):
    """The log that holds the bytes of uploads."""

    async def append(self, upload_id: str, number: int, content: bytes) -> "Receipt":
        """Hand one chunk over; every chunk of an upload goes to one partition. Raises Retryable."""
        ...


class Receipt(Protocol):
    """A chunk on its way."""

    async def placed(self) -> Placed:
        """Wait until the broker has it. Raises Retryable."""
        ...


class PlacedRejection(NamedTuple):
    """A rejection with the place by which a list goes on after it: number of the file, row."""

    file: int
    rejection: Rejection


class ServingStore(Protocol):
    """The serving store, read only. Every call raises Retryable while it does not answer."""

    async def revision(self, person_id: str) -> int:
        """The revision of a person's history, 0 without one."""
        ...

    async def answer(self, question_key: str, least_revision: int) -> bytes | None:
        """The JSON of a stored wrapped of at least this revision."""
        ...

    async def media(self, keys: Sequence[str]) -> dict[str, Media]:
        """What is known, by media key; looked for in vain is known too, what has expired is not."""
        ...

    async def find_import(self, upload_id: str) -> ImportChanged | None:
        """One import, whosever it is."""
        ...

    async def imports(self, person_id: str, before: tuple[int, str] | None, limit: int) -> list[ImportChanged]:
        """A person's imports, newest first, from behind (created_at, upload_id)."""
        ...

    async def rejections(self, upload_id: str, after: tuple[int, int] | None, limit: int) -> list[PlacedRejection]:
        """Rejected rows of an upload in order, from behind (file, row)."""
        ...

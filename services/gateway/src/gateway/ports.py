"""What the handlers need from the world. Adapters give it; tests may give it otherwise."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from contracts.messages import Message
from contracts.messages.shares import Share
from contracts.messages.uploads import ImportChanged
from contracts.topics import Topic
from gateway.domain.feed_view import Feed
from gateway.domain.media import Media
from gateway.domain.share.card import Card
from gateway.domain.standing_view import StandingRow
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

    async def get(self, keys: Collection[str]) -> Mapping[str, bytes]:
        """What is kept under `keys`."""
        ...

    async def put(self, key: str, value: bytes, ttl_s: int, *, unless_there: bool = False) -> bool:
        """Keep `value` for `ttl_s` seconds; with `unless_there` only where nothing is kept under `key`.

        False where the cache is gone.
        """
        ...

    async def remove(self, *keys: str) -> bool:
        """Forget what is kept under `keys`; False where the cache is gone, and may keep it."""
        ...

    async def drop(self, prefix: str) -> bool:
        """Forget everything whose key begins with `prefix`; False where the cache is gone, and may keep it."""
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


class StoredAnswer(NamedTuple):
    """A stored wrapped: its revision and its JSON."""

    revision: int
    body: bytes


class ServingStore(Protocol):
    """The serving store, read only. Every call raises Retryable while it does not answer."""

    async def revisions(self, person_ids: Collection[str]) -> Mapping[str, int]:
        """The revisions of people's histories; who has none is left out."""
        ...

    async def answers(self, question_keys: Collection[str]) -> Mapping[str, StoredAnswer]:
        """The stored answers among these."""
        ...

    async def media(self, keys: Collection[str]) -> dict[str, Media]:
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


class PeopleStore(Protocol):
    """What the serving store says about one person beside their history. Every call raises Retryable."""

    async def standings(self, person_id: str) -> list[StandingRow]:
        """Where the person stands among those who share; empty where too few do."""
        ...

    async def feed(self, person_id: str) -> Feed:
        """How the person's live feed stands."""
        ...


class FrozenShare(NamedTuple):
    """A public share as it is kept: whose, what the page calls them, unix ms UTC, the answer as JSON."""

    person_id: str
    name: str
    created_at: int
    body: bytes


class SharesStore(Protocol):
    """Public shares, read only. Every call raises Retryable while the store does not answer."""

    async def shares(self, person_id: str) -> list[Share]:
        """A person's shares, newest first."""
        ...

    async def share(self, share_id: str) -> FrozenShare | None:
        """One share, whosever it is."""
        ...


class DrawsPictures(Protocol):
    """Makes pictures of reports."""

    def draw(self, card: Card) -> bytes:
        """A PNG. Takes long: not for the loop that serves requests."""
        ...

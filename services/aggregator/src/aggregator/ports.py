"""What the handlers need of the world."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from contracts.messages import Message
from contracts.messages.audit import Audited
from contracts.messages.plays import PlaysRead
from contracts.messages.questions import WrappedQuestion
from contracts.messages.shares import Share
from contracts.messages.uploads import LiveTotalsChanged


@dataclass(frozen=True)
class StoredHistory:
    """The segments of one person in the order of their years, all of one revision."""

    revision: int
    segments: list[bytes]


class SegmentStore(Protocol):
    """Where Spark puts the segments."""

    async def load(self, person_id: str) -> StoredHistory:
        """Everything of one person, as of one moment; revision 0 and nothing of somebody unknown. Raises Retryable."""


@dataclass(frozen=True)
class StoredYear:
    """The durable plays of a UTC year (domain/durable/year_table.py), and whether there are later years."""

    year: int
    body: bytes
    later: bool


class HistoryStore(Protocol):
    """Where the durable plays are."""

    async def year_from(self, person_id: str, year: int) -> StoredYear | None:
        """The first year with plays that is not before `year`; None where there is none. Raises Retryable."""

    async def is_erased(self, person_id: str) -> bool:
        """Whether everything of this person was deleted. Raises Retryable."""


class AnswerStore(Protocol):
    """Stored answers, for gateways that lost a reply."""

    async def put(self, key: str, person_id: str, revision: int, body: bytes, expires_at: int) -> None:
        """Keep the answer under its question's key, unless the person was erased. A repeat replaces it by the same.

        Raises Retryable.
        """

    async def delete_expired(self, now: int, limit: int) -> int:
        """Forget up to `limit` answers that expired before `now`; how many these were. Raises Retryable."""


@dataclass(frozen=True)
class NewShare:
    """A share that is to be kept; `body` is the answer as JSON."""

    share: Share
    name: str
    question: WrappedQuestion
    revision: int
    body: bytes


@dataclass(frozen=True)
class KeptShare:
    """A share that is kept. `number` is that of its making, among all that happens to shares."""

    share: Share
    number: int


@dataclass(frozen=True)
class RevokedShare:
    """A share that is gone since `at`; `number` is that of its going."""

    number: int
    at: int


class NotKept(Enum):
    """Why a share is not kept."""

    ERASED = auto()
    REVOKED = auto()
    SOMEBODY_ELSES = auto()
    TOO_MANY = auto()


class ShareStore(Protocol):
    """Public shares. Raises Retryable."""

    async def find(self, person_id: str, share_id: str) -> KeptShare | None:
        """The share if it is kept and the person's."""

    async def keep(self, share: NewShare, most: int) -> KeptShare | NotKept:
        """Keep it; what is kept under its id already stays as it is. A person has up to `most`."""

    async def revoke(self, person_id: str, share_id: str, at: int) -> RevokedShare | None:
        """Delete it; a repeat within a day says the same. None where the person has no such share."""


class AuditLog(Protocol):
    """Where it is told what happened to people's things. Raises Retryable."""

    async def tell(self, event: Audited) -> None:
        """Tell it, and wait until the broker has it."""


class Reply(Protocol):
    """The way back to who asked."""

    def too_late(self) -> bool:
        """Whether nobody waits any more."""

    async def send(self, message: Message) -> None:
        """Send the answer and wait until the broker has it. Raises Retryable."""

    async def refuse(self, code: str, detail: str, *, retryable: bool = False) -> None:
        """Send an error in its place. Raises Retryable."""


class PlaysLog(Protocol):
    """The topic `plays`, to be read back."""

    def between(self, partition: int, first: int, end: int, person_id: str) -> AsyncIterator[PlaysRead]:
        """The records of plays of one person from offset `first` on and before `end`. Raises Retryable."""


class LiveFeed(Protocol):
    """Where running totals are told, at a bounded pace."""

    def changed(self, totals: LiveTotalsChanged) -> None:
        """These are the totals now; what came before and was not yet told need not be."""

    async def flush(self) -> None:
        """Tell what was not yet told, and wait until the broker has it."""


class SharingStore(Protocol):
    """Who shares their history. Raises Retryable."""

    async def put(self, person_id: str, change: int, *, sharing: bool) -> bool:
        """Keep it, unless a change of this number or a higher one is kept or the person was erased; whether it was.

        Who does not share has no standings from then on.
        """


class Eraser(Protocol):
    """The stores, to whoever must end all that they keep of somebody. Raises Retryable."""

    async def erase(self, person_id: str, erased_at: int) -> None:
        """Delete all that is kept of a person and refuse the id from then on; a repeat changes nothing."""

"""What the jobs need of the world."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from aggregator.domain.durable.stored import ClosedUpload, NotedRecord


@dataclass(frozen=True, slots=True)
class CompleteUpload:
    """An upload whose every record is durable and that has no account yet; `newest` as in NotedRecord, of them all."""

    upload_id: str
    newest: int | None


class Turn(Protocol):
    """One writer's turn at the history of one person, all or nothing; nobody else writes it. Raises Retryable."""

    revision: int

    async def noted(self, upload_id: str, first: int, last: int) -> set[int]:
        """Which records of the upload from number `first` to `last` are durable."""

    async def years(self) -> list[int]:
        """The years of which there are plays or a segment, in order."""

    async def plays(self, years: Collection[int]) -> dict[int, bytes]:
        """The stored plays of these years (domain/durable/year_table.py); years without plays are left out."""

    async def segment(self, year: int) -> bytes | None:
        """The segment of a year."""

    async def put_plays(self, year: int, plays: int, body: bytes) -> None:
        """Keep so many plays as those of the year."""

    async def put_segment(self, year: int, plays: int, body: bytes) -> None:
        """Keep the segment of a year; without plays it has none."""

    async def raise_revision(self) -> None:
        """What is served from now on is another history."""

    async def note_records(self, records: Sequence[NotedRecord]) -> None:
        """These records are durable, and were not before."""

    async def note_marker(self, upload_id: str, records: int) -> None:
        """The upload has so many records."""

    async def complete(self, upload_id: str) -> CompleteUpload | ClosedUpload | None:
        """The upload where its end marker and every record are durable, with its account where it has one."""

    async def close(self, upload: ClosedUpload) -> None:
        """Keep the account of an upload."""


class PlayStore(Protocol):
    """The histories. Raises Retryable."""

    async def everybody(self) -> list[str]:
        """Everybody with a history."""

    def turn(self, person_id: str) -> AbstractAsyncContextManager[Turn | None]:
        """The turn of one writer at the history of a person; None of who was erased."""


class PlayStores(Protocol):
    """Opens the histories in whichever process works: it is sent there, and holds no connection itself."""

    def open(self) -> AbstractAsyncContextManager[PlayStore]:
        """A store for one process and event loop."""


class Announcements(Protocol):
    """Where it is told what has become durable. Raises Retryable."""

    async def history_changed(self, person_id: str, revision: int) -> None:
        """The history has this revision, and it is served."""

    async def upload_stored(self, upload: ClosedUpload) -> None:
        """The upload is durable as a whole and counted."""

    async def unreadable(self, record: Any, reason: str) -> None:
        """The record keeps to no contract: into the dead-letter queue with it, with its origin and the reason."""

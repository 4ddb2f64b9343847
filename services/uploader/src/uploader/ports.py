"""What the handlers need of the world. All of these raise Retryable where a part of it does not answer."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import IO, Protocol

from contracts.messages.plays import PlaysRead, UploadRead
from uploader.domain.chunk_range import Chunk, ChunkRange
from uploader.domain.feed import Feed, Gap
from uploader.domain.feed_pauses import Quota
from uploader.domain.imports import Import


class Chunks(Protocol):
    """The bytes of uploads, as the gateway left them."""

    async def copy(self, found: Import, target: IO[bytes]) -> None:
        """Write the bytes of the upload to `target`. Raises UnreadableUpload where they are not all there."""


class ChunkLog(Protocol):
    """A partition of `upload-chunks` as a whole, to be emptied."""

    async def bounds(self, partition: int) -> tuple[int, int]:
        """The offset of the first chunk that is there, and the one behind the last."""

    def chunks(self, partition: int, first: int, end: int) -> AsyncGenerator[Chunk, None]:
        """The chunks from offset `first` on and before `end`, in order."""

    async def requested(self, upload_id: str) -> bool:
        """Whether a request to read it was ever made."""

    async def delete_before(self, partition: int, offset: int) -> None:
        """Delete every chunk before `offset` from the broker."""


class Imports(Protocol):
    """Where imports and their accounts are kept."""

    async def find(self, upload_id: str) -> Import | None:
        """The import as it was kept last."""

    async def begin(self, found: Import) -> bool:
        """Keep a new import; one that is there already stays as it is. False where its person was erased."""

    async def advance(self, found: Import, *, since: str) -> bool:
        """Keep the new state if it still is in the state `since`; False where another was faster."""

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        """Keep rejected rows of an import that is kept, with their reasons; the same row again changes nothing."""

    async def waiting_in_vain(self, before: int) -> Import | None:
        """The longest aggregating import whose plays were sent before then (unix ms) without any progress since.

        An import that became done since then is progress for those whose plays were sent after its own: they are next.
        """

    async def sending_again(self, found: Import, now: int) -> bool:
        """Note that its plays are sent once more; False where another has begun to."""


class Erasures(Protocol):
    """Who was erased, and chunks that belong to nobody any more."""

    async def erase(self, person_id: str, now: int) -> None:
        """Forget all of the person but the id, and the chunks of their uploads."""

    async def forget_chunks(self, found: Import) -> None:
        """The chunks of an upload that is not kept belong to nobody."""

    async def forgotten_chunks(self) -> list[ChunkRange]:
        """Where chunks lie that belong to nobody."""

    async def has_chunks(self, upload_id: str) -> bool:
        """Whether the chunks of this upload belong to nobody."""

    async def chunks_deleted(self, partition: int, before: int) -> None:
        """The chunks before this offset are gone."""


class Plays(Protocol):
    """The topic `plays`."""

    async def send(self, record: PlaysRead) -> asyncio.Future[object]:
        """Hand over a record; the future is for `acknowledged`."""

    async def acknowledged(self, sent: asyncio.Future[object]) -> None:
        """Wait until the broker has the record."""

    async def end(self, marker: UploadRead) -> None:
        """Send the end marker and wait until the broker has it."""


class Announcer(Protocol):
    """Tells the gateways."""

    async def announce(self, found: Import) -> None:
        """The import stands thus now."""


class Feeds(Protocol):
    """Where live feeds, their gaps and the day's calls are kept. Moments are unix ms."""

    async def connect(self, person_id: str, connected: bool, change: int, now: int) -> bool:
        """Begin or end the feed, unless a later change is known or the person was erased; False then."""

    async def find(self, person_id: str) -> Feed | None:
        """The feed as it was kept last."""

    async def due(self, now: int, most: int) -> list[Feed]:
        """Those whose time has come, the longest due first."""

    async def quota(self) -> Quota:
        """What was asked for, and for how many people."""

    async def claim(self, due: Feed, asked: Feed, now: int) -> bool:
        """Take the question and one call for it; False where another has taken it, or no call is left."""

    async def block(self, until: int) -> None:
        """Spotify gives nobody anything before then."""

    async def show_blocked(self, until: int) -> None:
        """Say so of all who would be asked after before then."""

    async def settle(self, before: Feed, after: Feed, gap: Gap | None) -> bool:
        """Keep what an answer made of the feed, and its gap; False where the question is no longer waited for."""

    async def cover(self, person_id: str) -> None:
        """Close the gaps that the person's exports reach past, and open the one behind them."""


class FeedRequests(Protocol):
    """The topic `feed-requests`."""

    async def ask(self, person_id: str, request_id: str) -> None:
        """Ask for the last plays of the person, and wait until the broker has the question."""

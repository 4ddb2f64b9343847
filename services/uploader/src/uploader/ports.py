"""What the handlers need of the world. All of these raise Retryable where a part of it does not answer."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from typing import IO, Protocol

from contracts.messages.plays import PlaysRead, UploadRead
from uploader.domain.chunk_range import Chunk
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

    async def begin(self, found: Import) -> None:
        """Keep a new import; one that is there already stays as it is."""

    async def advance(self, found: Import, *, since: str) -> bool:
        """Keep the new state if it still is in the state `since`; False where another was faster."""

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        """Keep rejected rows with their reasons; the same row again changes nothing."""

    async def waiting_in_vain(self, before: int) -> Import | None:
        """The longest aggregating import whose plays were sent before then (unix ms) without any progress since.

        An import that became done since then is progress for those whose plays were sent after its own: they are next.
        """

    async def sending_again(self, found: Import, now: int) -> bool:
        """Note that its plays are sent once more; False where another has begun to."""


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

"""What the handlers need of the world. All of these raise Retryable where a part of it does not answer."""

import asyncio
from collections.abc import Collection, Sequence
from typing import IO, Protocol

from contracts.messages.plays import PlaysRead, UploadRead
from contracts.messages.uploads import ReadUpload
from uploader.domain.chunk_range import FirstChunk
from uploader.domain.imports import Import


class Chunks(Protocol):
    """The bytes of uploads, as the gateway left them."""

    async def copy(self, request: ReadUpload, target: IO[bytes]) -> None:
        """Write the bytes of the upload to `target`. Raises UnreadableUpload where they are not all there."""


class ChunkLog(Protocol):
    """A partition of `upload-chunks` as a whole, to be emptied."""

    async def first_chunks(self, partition: int) -> tuple[list[FirstChunk], int]:
        """Where each upload begins that still has chunks there, and the offset behind the last chunk."""

    async def requested(self, upload_ids: Collection[str]) -> set[str]:
        """Those for which a request to read them was ever made."""

    async def delete_before(self, partition: int, offset: int) -> None:
        """Delete every chunk before `offset` from the broker."""


class Imports(Protocol):
    """Where imports and their accounts are kept."""

    async def find(self, upload_id: str) -> Import | None:
        """The import as it was kept last."""

    async def begin(self, found: Import, request: ReadUpload) -> None:
        """Keep a new import; one that is there already stays as it is."""

    async def advance(self, found: Import, *, since: str) -> bool:
        """Keep the new state if it still is in the state `since`; False where another was faster."""

    async def reject(self, upload_id: str, file: int, rows: Sequence[tuple[int, str]]) -> None:
        """Keep rejected rows with their reasons; the same row again changes nothing."""

    async def read_ones(self, upload_ids: Collection[str]) -> set[str]:
        """Those whose bytes nobody needs any more."""


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

"""The body of an upload as it comes in: counted, never held whole, given up when nothing comes any more."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

from aiohttp import web

from contracts.limits import RECEIVE_WITHIN_MS
from gateway.domain.filenames import header_filename
from gateway.domain.problems import INVALID_REQUEST, TOO_LARGE, UNSUPPORTED_TYPE, UPLOAD_STALLED, Refused
from gateway.http.form import Form
from gateway.http.reading import BROKEN_OFF

FORM = "multipart/form-data"
UPLOAD_TYPES = ("application/zip", "application/json", "application/octet-stream", FORM)
_ALIASES = frozenset({"application/x-zip-compressed", "application/x-zip"})
"""What some browsers call a zip."""
_STALLED_SECONDS = 60.0
_WITHIN_SECONDS = RECEIVE_WITHIN_MS / 1000


class Incoming:
    """The uploads in one request: the body itself, or what a form holds."""

    def __init__(self, request: web.Request, max_bytes: int, within_seconds: float = _WITHIN_SECONDS) -> None:
        self._request = request
        self._max_bytes = max_bytes
        self._count = 0
        self._ends = asyncio.get_running_loop().time() + within_seconds

    async def uploads(self) -> AsyncIterator[tuple[str | None, AsyncIterator[bytes]]]:
        """Each upload's file name and content; read one to its end before the next. Raises Refused."""
        self._refuse_at_once()
        if self._request.content_type == FORM:
            async for upload in (await Form.of(self._request, self._measured)).uploads():
                yield upload
        else:
            yield header_filename(self._request.headers.get("X-Filename")), self._body()

    def _refuse_at_once(self) -> None:
        kind = self._request.content_type
        if kind not in UPLOAD_TYPES and kind not in _ALIASES:
            raise Refused(UNSUPPORTED_TYPE, f"Send {', '.join(UPLOAD_TYPES[:-1])} or {FORM}, not {kind}.")
        if (self._request.content_length or 0) > self._max_bytes:
            raise self._too_large()

    async def _body(self) -> AsyncIterator[bytes]:
        while content := await self._measured(self._request.content.readany):
            yield content

    async def _measured(self, read: Callable[[], Awaitable[bytes]]) -> bytes:
        """What `read` brings, empty at the end; counted against the limit."""
        try:
            async with asyncio.timeout_at(min(self._ends, asyncio.get_running_loop().time() + _STALLED_SECONDS)):
                content = await read()
        except TimeoutError as late:
            raise self._too_slow() from late
        except BROKEN_OFF as cut:
            raise Refused(INVALID_REQUEST, "The body broke off, so nothing was kept. Send it again.") from cut
        self._count += len(content)
        if self._count > self._max_bytes:
            raise self._too_large()
        return content

    def _too_slow(self) -> Refused:
        if asyncio.get_running_loop().time() >= self._ends:
            return Refused(UPLOAD_STALLED, "The upload took too long. Send its files one by one.")
        return Refused(UPLOAD_STALLED, f"Nothing arrived for {_STALLED_SECONDS:.0f} seconds. Send it again.")

    def _too_large(self) -> Refused:
        return Refused(TOO_LARGE, f"At most {self._max_bytes} bytes are taken at once. Send the files one by one.")

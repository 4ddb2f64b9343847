"""A form with files, taken apart while it comes in."""

from collections.abc import AsyncIterator, Awaitable, Callable

from aiohttp import BodyPartReader, MultipartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from gateway.domain.filenames import clean_filename, unique_name
from gateway.domain.problems import EMPTY_UPLOAD, INVALID_REQUEST, Refused
from gateway.domain.sealing import Archive, is_zip

Read = Callable[[Callable[[], Awaitable[bytes]]], Awaitable[bytes]]
"""Runs a reading function and counts what it brings (see incoming.Incoming)."""

_FIELD = "file"
_READ_BYTES = 128 * 1024
_ENOUGH_TO_TELL = 4
_NO_FORM = (ValueError, AssertionError, HttpProcessingError)
"""What aiohttp raises for a form whose boundaries don't hold, or whose parts have headers that can't be read."""


class _Part:
    """One file of the form, with its first bytes read."""

    def __init__(self, raw: BodyPartReader, read: Read) -> None:
        self._raw = raw
        self._read = read
        self._beginning = b""
        self.filename = clean_filename(raw.filename)

    async def begin(self) -> None:
        """Read enough to tell what it is."""
        while len(self._beginning) < _ENOUGH_TO_TELL:
            content = await self._next()
            if not content:
                return
            self._beginning += content

    @property
    def is_zip(self) -> bool:
        """Whether the content is a zip."""
        return is_zip(self._beginning)

    async def content(self) -> AsyncIterator[bytes]:
        """All of it, once."""
        content, self._beginning = self._beginning, b""
        while content:
            yield content
            content = await self._next()

    async def _next(self) -> bytes:
        return await self._read(self._chunk)

    async def _chunk(self) -> bytes:
        try:
            return bytes(await self._raw.read_chunk(_READ_BYTES))
        except _NO_FORM as error:
            raise _unreadable() from error


class Form:
    """The files of one form. A zip is an upload of its own; other files side by side become one archive."""

    def __init__(self, reader: MultipartReader, read: Read) -> None:
        self._reader = reader
        self._read = read

    @classmethod
    async def of(cls, request: web.Request, read: Read) -> "Form":
        """The form that `request` carries. Raises Refused where it is none."""
        try:
            return cls(await request.multipart(), read)
        except _NO_FORM as error:
            raise _unreadable() from error

    async def uploads(self) -> AsyncIterator[tuple[str | None, AsyncIterator[bytes]]]:
        """Each upload's file name and content; read one to its end before the next."""
        part = await self._next()
        if part is None:
            raise Refused(INVALID_REQUEST, f"The form has no part named `{_FIELD}`.")
        while part is not None:
            if part.is_zip:
                yield part.filename, part.content()
                part = await self._next()
            else:
                sealed = _Sealed(part, self._next)
                yield part.filename, sealed.content()
                part = sealed.following

    async def _next(self) -> _Part | None:
        while True:
            try:
                raw = await self._reader.next()
            except _NO_FORM as error:
                raise _unreadable() from error
            if raw is None:
                return None
            if not isinstance(raw, BodyPartReader):
                raise _unreadable()
            part = _Part(raw, self._read)
            await part.begin()
            if raw.name == _FIELD:
                return part
            async for _ in part.content():
                """Other fields mean nothing here, but their bytes count."""


class _Sealed:
    """Files side by side, from `first` up to the next zip or the form's end, as one archive."""

    def __init__(self, first: _Part, following: Callable[[], Awaitable[_Part | None]]) -> None:
        self._first = first
        self._next = following
        self.following: _Part | None = None
        """The zip that ended the archive, known when it was read to its end."""

    async def content(self) -> AsyncIterator[bytes]:
        """The bytes of the archive. Raises Refused where no file has any content."""
        archive, names, size = Archive(), set[str](), 0
        part: _Part | None = self._first
        while part is not None and not part.is_zip:
            name = unique_name(part.filename or "file.json", names)
            names.add(name)
            yield archive.begin(name)
            async for content in part.content():
                size += len(content)
                yield archive.add(content)
            yield archive.finish()
            part = await self._next()
        if not size:
            raise Refused(EMPTY_UPLOAD, "No byte arrived. Send the zip from Spotify, or its JSON files, as they are.")
        self.following = part
        yield archive.end()


def _unreadable() -> Refused:
    return Refused(
        INVALID_REQUEST, "This is no form that can be read. Send multipart/form-data with parts named `file`."
    )

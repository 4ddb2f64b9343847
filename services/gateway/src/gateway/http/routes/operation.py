"""What tells about the service itself: readiness, the document of the interface and a page to read and try it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from aiohttp import web

from gateway.handlers.readiness import Readiness
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.security import POLICY

_TAG = "operation"
_FILES = Path(__file__).parents[1] / "reader"
_READER_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the whole path can serve, and which parts of it fail. Why is in the log, not for everybody."""

    ready: bool
    failing: tuple[str, ...]


class OperationRoutes:
    """`/readyz`, `/api/openapi.json` and `/api/docs`."""

    def __init__(self, readiness: Readiness, document: Callable[[], dict[str, Any]]) -> None:
        self._readiness = readiness
        self._document = document
        self._files = {path.name: path.read_bytes() for path in _FILES.iterdir() if path.suffix in _TYPES}

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "GET",
                "/readyz",
                _TAG,
                "Can the whole path serve: sign-in, upload and wrapped?",
                self.readyz,
                {200: Answer("Yes", Ready), 503: Answer("Not yet", Ready)},
                for_person=False,
            ),
            Operation(
                "GET",
                "/api/openapi.json",
                _TAG,
                "This document",
                self.openapi,
                {200: Answer("OpenAPI 3.1", dict[str, Any])},
                for_person=False,
            ),
            Operation(
                "GET",
                "/api/docs",
                _TAG,
                "The interface for reading and trying",
                self.docs,
                {200: Answer("A page", media_type="text/html")},
                for_person=False,
            ),
            Operation(
                "GET",
                "/api/docs/{name}",
                _TAG,
                "Script and style of that page",
                self.docs_file,
                {200: Answer("A file", media_type="text/javascript")},
                for_person=False,
            ),
        ]

    async def readyz(self, _: Call[None, None]) -> web.Response:
        """The outcome of all checks, at most a second old."""
        failing = await self._readiness.failing()
        return as_json(Ready(ready=not failing, failing=tuple(failing)), 503 if failing else 200)

    async def openapi(self, _: Call[None, None]) -> web.Response:
        """Made of the declarations that are served."""
        return as_json(self._document())

    async def docs(self, _: Call[None, None]) -> web.Response:
        """The reader."""
        return self._file("index.html")

    async def docs_file(self, call: Call[None, None]) -> web.Response:
        """A file of the reader; no other file can be named."""
        if call.path("name") not in self._files:
            raise web.HTTPNotFound
        return self._file(call.path("name"))

    def _file(self, name: str) -> web.Response:
        headers = {"Cache-Control": "no-cache", POLICY: _READER_POLICY}
        kind = _TYPES[Path(name).suffix]
        return web.Response(body=self._files[name], content_type=kind, charset="utf-8", headers=headers)

"""Uploads: sending one, and watching it being read."""

from collections.abc import AsyncIterator

from aiohttp import web

from gateway.domain.problems import EMPTY_UPLOAD, NOT_FOUND, TOO_LARGE, UNAVAILABLE, UNSUPPORTED_TYPE, UPLOAD_STALLED
from gateway.domain.upload_view import RejectionList, Upload, UploadAccepted, UploadList
from gateway.handlers.imports import Imports
from gateway.handlers.receive_upload import UploadReceiver
from gateway.http.incoming import UPLOAD_TYPES, Incoming
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.routes.paging import PageQuery
from gateway.http.sse import Event, send_events

_TAG = "histories"
_ABOUT = """\
The zip from Spotify or one JSON file as it is, or a form with one or several parts named `file`. A zip in a form is an
upload of its own; the other files of a form that stand side by side become one upload together, as one archive with
their names. `id` is the first upload, `ids` are all of them. Nothing is read before every byte of the request is safe.
"""


class UploadRoutes:
    """`/api/v1/uploads`."""

    def __init__(self, receiver: UploadReceiver, imports: Imports, max_bytes: int) -> None:
        self._receiver = receiver
        self._imports = imports
        self._max_bytes = max_bytes

    def operations(self) -> list[Operation]:
        """The operations, declared."""
        return [
            Operation(
                "POST",
                "/api/v1/uploads",
                _TAG,
                "Send an export",
                self.upload,
                {202: Answer("Every byte is safe", UploadAccepted, headers={"Location": "The upload"})},
                description=_ABOUT,
                uploads=UPLOAD_TYPES,
                upload_headers={"X-Filename": "The file's name, percent-encoded; only shown"},
                problems=(EMPTY_UPLOAD, UPLOAD_STALLED, TOO_LARGE, UNSUPPORTED_TYPE, UNAVAILABLE),
            ),
            Operation(
                "GET",
                "/api/v1/uploads",
                _TAG,
                "My uploads, newest first",
                self.uploads,
                {200: Answer("One page", UploadList)},
                query=PageQuery,
            ),
            Operation(
                "GET",
                "/api/v1/uploads/{id}",
                _TAG,
                "One upload and the account of its rows",
                self.one_upload,
                {200: Answer("The upload", Upload)},
                problems=(NOT_FOUND,),
            ),
            Operation(
                "GET",
                "/api/v1/uploads/{id}/events",
                _TAG,
                "The upload as it changes",
                self.upload_events,
                {
                    200: Answer(
                        "Events `upload` with the upload, until it is done or failed", media_type="text/event-stream"
                    )
                },
                problems=(NOT_FOUND,),
            ),
            Operation(
                "GET",
                "/api/v1/uploads/{id}/rejections",
                _TAG,
                "Every rejected row and why",
                self.rejections,
                {200: Answer("One page", RejectionList)},
                query=PageQuery,
                problems=(NOT_FOUND,),
            ),
        ]

    async def upload(self, call: Call[None, None]) -> web.Response:
        """Streams the body into the broker; nothing of it is held whole."""
        incoming = Incoming(call.request, self._max_bytes)
        stored = [
            await self._receiver.store(call.profile.person_id, filename, content)
            async for filename, content in incoming.uploads()
        ]
        await self._receiver.request(stored)
        ids = tuple(request.upload_id for request in stored)
        return as_json(UploadAccepted(id=ids[0], ids=ids), 202, {"Location": f"/api/v1/uploads/{ids[0]}"})

    async def uploads(self, call: Call[PageQuery, None]) -> web.Response:
        """The caller's own uploads."""
        return as_json(await self._imports.page(call.profile.person_id, call.query.cursor, call.query.limit))

    async def one_upload(self, call: Call[None, None]) -> web.Response:
        """One of the caller's own."""
        return as_json(await self._imports.find(call.profile.person_id, call.path("id")))

    async def upload_events(self, call: Call[None, None]) -> web.StreamResponse:
        """Events of one of the caller's own; an id that is not theirs is refused before the stream begins."""
        person_id, upload_id = call.profile.person_id, call.path("id")
        await self._imports.find(person_id, upload_id)
        return await send_events(call.request, self._changes(person_id, upload_id), call.still_admitted)

    async def rejections(self, call: Call[PageQuery, None]) -> web.Response:
        """Rejected rows of one of the caller's own."""
        person_id, query = call.profile.person_id, call.query
        return as_json(await self._imports.rejections(person_id, call.path("id"), query.cursor, query.limit))

    async def _changes(self, person_id: str, upload_id: str) -> AsyncIterator[Event | None]:
        async for upload in self._imports.watch(person_id, upload_id):
            yield None if upload is None else Event("upload", upload)

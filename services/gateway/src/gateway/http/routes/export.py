"""Taking everything away."""

from datetime import UTC, datetime
from typing import Annotated

import msgspec
from aiohttp import web

from chassis.clock import Clock
from gateway.domain.export_archive import ExportFormat
from gateway.domain.problems import NO_ANSWER, TOO_MANY_EXPORTS, UNAVAILABLE
from gateway.handlers.export import Export
from gateway.handlers.export_places import ExportPlaces
from gateway.http.operation import Answer, Call, Operation
from gateway.http.streaming import send_pieces

_ABOUT = """\
A zip: `account.json` (profile, sessions, tokens without secrets, shares, the live feed, imports, rejected rows) and the
plays year by year, as `nachklang_plays_2024.json`, `.csv` or `.parquet`, all with the same columns. The JSON can be
uploaded again, here or elsewhere. It is made while it is sent: where the connection is cut before the end, it is no
valid zip, and has to be asked for again. One at a time. CSV holds titles as they are: a spreadsheet may take one that
begins with `=` for a formula.
"""
_Format = Annotated[ExportFormat, msgspec.Meta(description="Of the plays; JSON can be imported again")]


class ExportQuery(msgspec.Struct, frozen=True, kw_only=True):
    """In which format."""

    format: _Format = "json"


class ExportRoutes:
    """`/api/v1/me/export`."""

    def __init__(self, export: Export, places: ExportPlaces, clock: Clock) -> None:
        self._export = export
        self._places = places
        self._clock = clock

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/me/export",
                "me",
                "Everything held about me",
                self.export,
                {
                    200: Answer(
                        "The archive", media_type="application/zip", headers={"Content-Disposition": "Its file name"}
                    )
                },
                description=_ABOUT,
                query=ExportQuery,
                problems=(TOO_MANY_EXPORTS, UNAVAILABLE, NO_ANSWER),
            )
        ]

    async def export(self, call: Call[ExportQuery, None]) -> web.StreamResponse:
        """Streams the caller's own data."""
        day = datetime.fromtimestamp(self._clock() // 1000, UTC).date()
        headers = {
            "Content-Type": "application/zip",
            "Content-Disposition": f'attachment; filename="nachklang_export_{day}.zip"',
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        }
        current = call.caller.secret if call.caller.kind == "session" else None
        pieces = self._export.pieces(call.profile, current, call.query.format)
        with self._places.place(call.profile.person_id):
            return await send_pieces(call.request, headers, pieces, call.still_admitted)

"""The plays that every number was counted from."""

from typing import Annotated

import msgspec
from aiohttp import web

from contracts.messages.habits import Platform
from contracts.messages.people import Profile
from contracts.messages.questions import FirstOf, PlayKind, PlaysQuestion
from gateway.domain.plays_view import PlayList
from gateway.domain.problems import INVALID_WINDOW, NO_ANSWER, UNAVAILABLE
from gateway.domain.times import Moment, unix_ms
from gateway.handlers.plays import Plays
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.http.routes.paging import Cursor, Limit
from gateway.http.routes.windows import FirstDay, LastDay, asked_window

_ABOUT = """\
Every filter that is given must fit. `sums` are of all plays that fit, on whatever page, doubles left out: with the
right filters they are the very number of the report. For a number of a report give its `from` and `to` as well.
"""

_ARTIST = "Of this artist, show or book; an empty value beside `track` or `album` is a missing artist"

_LONGEST_NAME = 2_000
"""Three of them, escaped, fit into the address of a request (bootstrap)."""


def _text(description: str) -> msgspec.Meta:
    return msgspec.Meta(description=description, max_length=_LONGEST_NAME)


def _number(lowest: int, highest: int, description: str) -> msgspec.Meta:
    return msgspec.Meta(description=description, ge=lowest, le=highest)


def _said(description: str) -> msgspec.Meta:
    return msgspec.Meta(description=f"{description}; plays whose export does not say fit neither")


class PlaysQuery(msgspec.Struct, frozen=True, kw_only=True):
    """Which plays. Names are exact."""

    from_: FirstDay | None = msgspec.field(default=None, name="from")
    to: LastDay | None = None
    track: Annotated[str, _text("Of this title")] | None = None
    artist: Annotated[str, _text(_ARTIST)] | None = None
    album: Annotated[str, _text("Of this album")] | None = None
    kind: Annotated[PlayKind, msgspec.Meta(description="`show` is an episode or a chapter")] | None = None
    month: Annotated[int, _number(1, 12, "Of this month of any year")] | None = None
    weekday: Annotated[int, _number(1, 7, "Of this day of the week, 1 is Monday")] | None = None
    hour: Annotated[int, _number(0, 23, "Of this hour of the day, in the person's zone")] | None = None
    since: (
        Annotated[Moment, msgspec.Meta(tz=True, description="Ended at this moment or later, as 2025-01-31T08:30:00Z")]
        | None
    ) = None
    until: (
        Annotated[Moment, msgspec.Meta(tz=True, description="Ended at this moment or earlier, as 2025-01-31T08:30:00Z")]
        | None
    ) = None
    counted: Annotated[bool, msgspec.Meta(description="`true`: without doubles, which are counted nowhere")] | None = (
        None
    )
    shared: Annotated[bool, msgspec.Meta(description="`true`: without private sessions, as others see it")] | None = (
        None
    )
    streams: Annotated[bool, msgspec.Meta(description="`true`: of at least 30 s")] | None = None
    skipped: Annotated[bool, _said("Skipped or not")] | None = None
    shuffle: Annotated[bool, _said("With shuffle or without")] | None = None
    offline: Annotated[bool, _said("Offline or not")] | None = None
    private: Annotated[bool, _said("In a private session or not")] | None = None
    estimate: Annotated[bool, msgspec.Meta(description="From the live feed or from an export")] | None = None
    platform: Annotated[Platform, msgspec.Meta(description="On this family of devices")] | None = None
    country: (
        Annotated[str, msgspec.Meta(description="In this country, by its two capital letters", pattern="^[A-Z]{2}$")]
        | None
    ) = None
    first: Annotated[FirstOf, msgspec.Meta(description="The first play of each in the whole history")] | None = None
    new: Annotated[FirstOf, msgspec.Meta(description="Plays of those first heard in the window")] | None = None
    cursor: Cursor | None = None
    limit: Limit = 100


class PlaysRoutes:
    """`/api/v1/plays`."""

    def __init__(self, plays: Plays) -> None:
        self._plays = plays

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/plays",
                "listening",
                "The plays behind a number, newest first",
                self.plays,
                {200: Answer("One page", PlayList)},
                description=_ABOUT,
                query=PlaysQuery,
                problems=(INVALID_WINDOW, UNAVAILABLE, NO_ANSWER),
            )
        ]

    async def plays(self, call: Call[PlaysQuery, None]) -> web.Response:
        """One page of the caller's own plays."""
        nameless = call.request.query.get("artist") == ""
        return as_json(await self._plays.page(asked_plays(call.profile, call.query, nameless=nameless)))


def asked_plays(profile: Profile, query: PlaysQuery, *, nameless: bool) -> PlaysQuestion:
    """The query as a question for the person's own plays, of any revision. Raises Refused.

    `nameless`: an empty artist was given, which beside a track or album is the one of rows without any artist.
    """
    fields = msgspec.structs.asdict(query)
    first, last = asked_window(fields.pop("from_"), fields.pop("to"))
    for name in ("since", "until"):
        fields[name] = None if fields[name] is None else unix_ms(fields[name])
    if nameless and (query.track or query.album):
        fields["artist"] = ""
    return PlaysQuestion(
        person_id=profile.person_id,
        revision=0,
        time_zone=profile.time_zone,
        viewer="other" if fields.pop("shared") else "owner",
        first_day=first,
        last_day=last,
        **fields,
    )

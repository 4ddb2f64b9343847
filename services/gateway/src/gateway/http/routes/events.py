"""Server-sent events for the page."""

from collections.abc import AsyncIterator

from aiohttp import web

from contracts.messages.people import Profile
from gateway.domain.problems import Refused
from gateway.handlers.bus import MEDIA_CHANNEL, Bus, News, person_channel
from gateway.handlers.imports import Imports
from gateway.http.operation import Answer, Call, Operation
from gateway.http.sse import Event, send_events

_WAIT_SECONDS = 5.0


class EventRoutes:
    """`/api/v1/events`."""

    def __init__(self, bus: Bus, imports: Imports) -> None:
        self._bus = bus
        self._imports = imports

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/events",
                "events",
                "What has changed, as it changes",
                self.events,
                {200: Answer("Server-sent events", media_type="text/event-stream")},
                description=(
                    "`media-ready` (pictures or samples arrived: ask for the report again), `history-changed` "
                    '(`{"revision"}`), `import-changed` (an upload of mine as `/api/v1/uploads/{id}` shows it).'
                ),
            )
        ]

    async def events(self, call: Call[None, None]) -> web.StreamResponse:
        """Until the page goes or the process stops."""
        return await send_events(call.request, self._of(call.profile), call.still_admitted)

    async def _of(self, profile: Profile) -> AsyncIterator[Event | None]:
        with self._bus.watch(person_channel(profile.person_id), MEDIA_CHANNEL) as watcher:
            while not watcher.closed:
                gathered = await watcher.gather(_WAIT_SECONDS)
                for news in gathered:
                    yield await self._event(profile, news)
                if not gathered:
                    yield None

    async def _event(self, profile: Profile, news: News) -> Event | None:
        if news.event != "import-changed":
            return Event(news.event, news.data)
        try:
            return Event(news.event, await self._imports.find(profile.person_id, str(news.data)))
        except Refused:
            return None

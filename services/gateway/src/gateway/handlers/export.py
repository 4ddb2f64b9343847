"""Everything held of a person, as an archive that is made while it is sent: never whole in memory."""

import asyncio
from collections.abc import AsyncGenerator

from contracts.messages.history_pages import AskHistory, HistoryAnswered
from contracts.messages.people import Profile
from contracts.topics import Topic
from gateway.domain.export_archive import ExportArchive, ExportFormat
from gateway.handlers.asking import ask_twice
from gateway.handlers.export_account import ExportAccount
from gateway.ports import Asks

_WAITS_S = (10.0, 20.0)
_ENOUGH = 256 * 1024
"""Small pieces are gathered up to so many bytes."""


class Export:
    """Reads a history page by page over Kafka. Reads only, so that asking for a page again is harmless."""

    def __init__(self, asks: Asks, account: ExportAccount) -> None:
        self._asks = asks
        self._account = account

    async def pieces(self, profile: Profile, current: str | None, form: ExportFormat) -> AsyncGenerator[bytes, None]:
        """The archive, piece by piece; without the last one it is no valid zip.

        Before the first piece everybody who is needed has answered once. Raises NoReply, RequestRefused, Retryable.
        """
        person_id, archive = profile.person_id, ExportArchive(form)
        part = await self._account.short_part(profile, current)
        page = await self._page(person_id, None)
        ready = archive.begin_account()
        async for text in self._account.texts(part, person_id):
            ready += archive.account(text)
            if len(ready) >= _ENOUGH:
                yield ready
                ready = b""
        yield ready
        while True:
            if page.year is not None and page.plays is not None:
                # compressing a page takes longer than the others may wait
                yield await asyncio.to_thread(archive.plays, page.year, page.plays)
            if page.next_cursor is None:
                break
            page = await self._page(person_id, page.next_cursor)
        yield await asyncio.to_thread(archive.end)

    async def _page(self, person_id: str, cursor: str | None) -> HistoryAnswered:
        request = AskHistory(person_id=person_id, cursor=cursor)
        return await ask_twice(self._asks, Topic.PLAYS_REQUESTS, person_id, request, HistoryAnswered, _WAITS_S)

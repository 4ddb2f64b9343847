"""Looking at imports: what the store holds, overlaid by what was told since. Only the owner sees an import."""

import asyncio
from collections.abc import AsyncIterator

from chassis.errors import Retryable
from contracts.messages.uploads import ImportChanged
from gateway.domain.cursors import rejection_cursor, to_cursor, upload_cursor
from gateway.domain.ids import is_id
from gateway.domain.imports import FINAL, newest
from gateway.domain.problems import NOT_FOUND, Refused
from gateway.domain.upload_view import RejectionList, Upload, UploadList, upload_of
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus, upload_channel
from gateway.ports import ServingStore

_NEWS_SECONDS = 0.5
"""How long an id nobody knows is waited for: another gateway may have received it this very moment."""
_LOOK_AGAIN_SECONDS = 1.0
_PACE_SECONDS = 0.1


class Imports:
    """Imports of a person, as they stand now."""

    def __init__(self, board: Board, store: ServingStore, bus: Bus) -> None:
        self._board = board
        self._store = store
        self._bus = bus

    async def find(self, person_id: str, upload_id: str) -> Upload:
        """One import. Raises Refused where this person has none of that id."""
        state = await self._awaited(upload_id) if is_id(upload_id) else None
        if state is None or state.person_id != person_id:
            raise Refused(NOT_FOUND, "You have no upload with this id. Your uploads are under /api/v1/uploads.")
        return self._shown(state)

    async def page(self, person_id: str, cursor: str | None, limit: int) -> UploadList:
        """The person's imports, newest first."""
        before = upload_cursor(cursor)
        stored = await self._store.imports(person_id, before, limit + 1)
        told = [state for state in self._board.of(person_id) if before is None or _place(state) < before]
        found = {state.upload_id: state for state in stored}
        for state in told:
            found[state.upload_id] = newest(found.get(state.upload_id), state) or state
        ordered = sorted(found.values(), key=_place, reverse=True)
        shown = ordered[:limit]
        following = to_cursor(*_place(shown[-1])) if len(ordered) > limit else None
        return UploadList(items=tuple(self._shown(state) for state in shown), next=following)

    async def rejections(self, person_id: str, upload_id: str, cursor: str | None, limit: int) -> RejectionList:
        """The rejected rows of one import. Raises Refused as `find`."""
        after = rejection_cursor(cursor)
        await self.find(person_id, upload_id)
        rows = await self._store.rejections(upload_id, after, limit + 1)
        shown = rows[:limit]
        following = to_cursor(shown[-1].file, shown[-1].rejection.row) if len(rows) > limit else None
        return RejectionList(items=tuple(row.rejection for row in shown), next=following)

    async def watch(self, person_id: str, upload_id: str) -> AsyncIterator[Upload | None]:
        """The import now, then at every change, ten times a second at most, until it has ended or the process stops.

        None where a while passed without any change. The store is looked at too, for news that got lost.
        """
        last: Upload | None = None
        with self._bus.watch(upload_channel(upload_id)) as watcher:
            while not watcher.closed:
                now = await self.find(person_id, upload_id)
                yield None if now == last else now
                last = now
                if now.state in FINAL:
                    return
                await asyncio.sleep(_PACE_SECONDS)
                await watcher.gather(_LOOK_AGAIN_SECONDS)

    async def _awaited(self, upload_id: str) -> ImportChanged | None:
        with self._bus.watch(upload_channel(upload_id)) as watcher:
            state = await self._state(upload_id)
            if state is None:
                await watcher.gather(_NEWS_SECONDS)
                state = self._board.state(upload_id)
        return state

    async def _state(self, upload_id: str) -> ImportChanged | None:
        told = self._board.state(upload_id)
        if told is not None and told.state != "receiving":
            return told
        try:
            return newest(await self._store.find_import(upload_id), told)
        except Retryable:
            if told is None:
                raise
            return told

    def _shown(self, state: ImportChanged) -> Upload:
        return upload_of(state, self._board.live(state))


def _place(state: ImportChanged) -> tuple[int, str]:
    return state.created_at, state.upload_id

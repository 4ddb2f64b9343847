"""Things by their Spotify id: nothing is asked twice, and many at a time where the application may."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

import msgspec

from chassis.clock import Clock
from chassis.errors import Retryable
from contracts.spotify_ids import is_spotify_id
from enricher.adapters.spotify.api import CallForbidden, SpotifyApi
from enricher.adapters.spotify.ports import Abilities, KnownAnswers
from enricher.adapters.spotify.stored import Unreadable, read

_GATHER_S = 0.01
"""Those who ask at the same moment are asked for together."""
MOST_IDS = 50

T = TypeVar("T", bound=msgspec.Struct)


class Kind(NamedTuple, Generic[T]):
    """One kind of thing: its family of calls, its shape, that of several with their list, and names to find it by."""

    family: str
    one: type[T]
    several: type[msgspec.Struct]
    names_key: Callable[[T], str | None]


class ById(Generic[T]):
    """Asks Spotify for things of one kind."""

    def __init__(
        self,
        api: SpotifyApi,
        kind: Kind[T],
        params: Mapping[str, str],
        answers: KnownAnswers,
        abilities: Abilities,
        clock: Clock,
    ) -> None:
        self._api = api
        self._kind = kind
        self._params = params
        self._answers = answers
        self._abilities = abilities
        self._clock = clock
        self._flying: dict[str, asyncio.Future[T | None]] = {}
        self._gathered: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._trying = asyncio.Lock()

    async def get(self, item_id: str) -> T | None:
        """The thing, None for an unknown id or what can be none. Raises CatalogueBlocked and Retryable."""
        if not is_spotify_id(item_id):
            return None
        flying = self._flying.get(item_id)
        if flying is None:
            flying = self._flying[item_id] = asyncio.get_running_loop().create_future()
            self._gathered.append(item_id)
            if len(self._gathered) == 1:
                self._start(self._gather())
        return await asyncio.shield(flying)

    async def at_hand(self, item_id: str) -> bool:
        """Whether its answer is known, or on its way: then it costs no call."""
        return item_id in self._flying or bool(await self._answers.get(self._kind.family, [item_id], self._clock()))

    async def keep(self, things: Mapping[str, T | None]) -> None:
        """Remember by id what was answered; None is that there is nothing."""
        named = {
            item_id: (None, None) if thing is None else (msgspec.json.encode(thing), self._kind.names_key(thing))
            for item_id, thing in things.items()
        }
        await self._answers.put(self._kind.family, named, self._clock())

    async def may_batch(self) -> bool | None:
        """Whether several may be asked for in one call; None where nobody tried yet."""
        return await self._abilities.get(f"several {self._kind.family}", self._clock())

    async def _gather(self) -> None:
        await asyncio.sleep(_GATHER_S)
        ids, self._gathered = self._gathered, []
        await self._guarded(ids, self._resolve(ids))

    async def _resolve(self, ids: Sequence[str]) -> None:
        known = await self._answers.get(self._kind.family, ids, self._clock())
        lacking = [item_id for item_id in ids if not self._landed(item_id, known)]
        if lacking and await self.may_batch() is None:
            lacking = await self._tried_out(lacking)
        if await self.may_batch() is False:
            self._one_by_one(lacking)
            return
        for start in range(0, len(lacking), MOST_IDS):
            together = lacking[start : start + MOST_IDS]
            self._start(self._guarded(together, self._ask_together(together)))

    async def _tried_out(self, ids: list[str]) -> list[str]:
        """Ask for the first as if for several, unless somebody found out meanwhile what comes of it; the others."""
        async with self._trying:
            if await self.may_batch() is not None:
                return ids
            first = ids[:MOST_IDS]
            await self._guarded(first, self._ask_together(first))
            return ids[MOST_IDS:]

    def _one_by_one(self, ids: Sequence[str]) -> None:
        for item_id in ids:
            self._start(self._guarded([item_id], self._ask(item_id)))

    async def _ask(self, item_id: str) -> None:
        path = f"/v1/{self._kind.family}/{item_id}"
        thing = await self._api.get(self._kind.family, path, self._params, self._kind.one)
        await self._arrived({item_id: thing})

    async def _ask_together(self, ids: Sequence[str]) -> None:
        params = {"ids": ",".join(ids), **self._params}
        try:
            found = await self._api.get(
                self._kind.family, f"/v1/{self._kind.family}", params, self._kind.several, tentative=True
            )
        except CallForbidden:
            found = None
        if found is None:  # forbidden, or no such end point any more
            await self._abilities.learn(f"several {self._kind.family}", self._clock(), allowed=False)
            self._one_by_one(ids)
            return
        things: list[T | None] = getattr(found, self._kind.family, [])
        if len(things) != len(ids):
            raise Retryable(f"Spotify answered {len(things)} {self._kind.family} to {len(ids)} ids")
        await self._abilities.learn(f"several {self._kind.family}", self._clock(), allowed=True)
        await self._arrived(dict(zip(ids, things, strict=True)))

    async def _arrived(self, things: Mapping[str, T | None]) -> None:
        await self.keep(things)
        for item_id, thing in things.items():
            self._land(item_id, thing)

    def _land(self, item_id: str, thing: T | None) -> None:
        if flying := self._flying.pop(item_id, None):
            flying.set_result(thing)

    def _landed(self, item_id: str, known: Mapping[str, bytes | None]) -> bool:
        """Hand out what is known; what cannot be read is not."""
        if item_id not in known:
            return False
        try:
            self._land(item_id, read(known[item_id], self._kind.one))
        except Unreadable:
            return False
        return True

    async def _guarded(self, ids: Sequence[str], work: Coroutine[Any, Any, None]) -> None:
        """Do the work; whoever waits for one of `ids` hears of whatever goes wrong."""
        try:
            await work
        except Exception as error:  # whatever it is, it is raised where it is waited for
            for item_id in ids:
                if flying := self._flying.pop(item_id, None):
                    flying.set_exception(error)
                    flying.exception()  # so that it counts as heard where nobody waits any more

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

"""Working on the wishes, one replica at a time."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Literal, NamedTuple

from chassis.clock import Clock
from chassis.errors import Retryable
from chassis.retry import retry
from enricher.domain.media import KEPT_MS, WITHOUT_APPLICATION_MS, Media
from enricher.domain.wishes import pause_ms
from enricher.ports import (
    Announcer,
    Catalogue,
    CatalogueBlocked,
    MediaStore,
    NeedsApplication,
    TurnLost,
    Turns,
    Wish,
    Wishes,
)

_LOG = logging.getLogger(__name__)

_KEEPING_ATTEMPTS = 5
_POLL_S = 1.0
"""So often the table is looked at for wishes that other replicas took up, or that are due again."""


class Outcome(NamedTuple):
    """What came of a wish: `settled` for good until `until_ms`, or to be tried again then."""

    wish: Wish
    what: Literal["settled", "waits", "failed"]
    until_ms: int
    media: Media | None = None


class SettleWishes:
    """Looks for what is wished for, the most wanted first; emits `media-ready`.

    Doing it twice is safe: a wish stays until its media are kept, and what Spotify has answered is not asked again.
    What it does not answer is never kept as "missing": it is tried again after a growing pause, or when a lock-out
    ends, which the serving store says meanwhile.
    """

    def __init__(
        self, catalogue: Catalogue, wishes: Wishes, media: MediaStore, announcer: Announcer, turns: Turns, clock: Clock
    ) -> None:
        self._catalogue = catalogue
        self._wishes = wishes
        self._media = media
        self._announcer = announcer
        self._turns = turns
        self._clock = clock
        self._woken = asyncio.Event()
        self._in_hand: dict[str, asyncio.Task[Outcome]] = {}

    def wake(self) -> None:
        """There are new wishes."""
        self._woken.set()

    async def run(self) -> None:
        """Wait for the turn and work on the wishes, until cancelled."""
        while True:
            try:
                async with self._turns.turn():
                    await self._wishes.hasten(self._clock())
                    await self._work()
            except Retryable as error:
                _LOG.debug("not working on the wishes", extra={"reason": str(error)})
                await asyncio.sleep(_POLL_S)

    async def _work(self) -> None:
        try:
            while True:
                await self.step()
        finally:
            for task in self._in_hand.values():
                task.cancel()
            await asyncio.gather(*self._in_hand.values(), return_exceptions=True)
            self._in_hand.clear()

    async def step(self) -> None:
        """Take up what is due, wait until something is settled or wished for, keep what was settled.

        Raises Retryable where a store is away or the turn is lost.
        """
        self._woken.clear()
        await self._take_up()
        await self._something_happens()
        done = {key: task for key, task in self._in_hand.items() if task.done()}
        lost = [error for task in done.values() if (error := task.exception())]
        outcomes = [task.result() for task in done.values() if not task.exception()]
        await retry(lambda: self._keep(outcomes), attempts=_KEEPING_ATTEMPTS)
        for key in done:
            del self._in_hand[key]
        if lost:
            raise lost[0]

    async def _take_up(self) -> None:
        """What is there already, by another's work or before a crash, is not looked for again."""
        now = self._clock()
        room = await self._catalogue.at_once() - len(self._in_hand)
        due = await self._wishes.due(room, self._in_hand.keys(), now) if room > 0 else []
        there = await self._media.fresh([wish.item for wish in due], now)
        if there:
            await self._announcer.media_ready(sorted(there))
            await self._wishes.done(there)
        for wish in due:
            if wish.item.key not in there:
                self._in_hand[wish.item.key] = asyncio.create_task(self._look(wish))

    async def _something_happens(self) -> None:
        woken = asyncio.create_task(self._woken.wait())
        await asyncio.wait([woken, *self._in_hand.values()], timeout=_POLL_S, return_when=asyncio.FIRST_COMPLETED)
        woken.cancel()

    async def _look(self, wish: Wish) -> Outcome:
        try:
            media = await self._catalogue.find(wish.item)
        except NeedsApplication:
            return Outcome(wish, "settled", self._clock() + WITHOUT_APPLICATION_MS)
        except CatalogueBlocked as block:
            return Outcome(wish, "waits", block.until_ms)
        except TurnLost:
            raise
        except Retryable as error:
            _LOG.warning("no answer from the catalogue", extra={"media_key": wish.item.key, "reason": str(error)})
            return Outcome(wish, "failed", self._clock() + pause_ms(wish.failures))
        return Outcome(wish, "settled", self._clock() + (media.kept_ms() if media else KEPT_MS), media)

    async def _keep(self, outcomes: Sequence[Outcome]) -> None:
        """Media first, then the news, then the wish: whoever dies in between does it again."""
        settled, waits, failed = (
            [outcome for outcome in outcomes if outcome.what == what] for what in ("settled", "waits", "failed")
        )
        now = self._clock()
        if settled:
            await self._media.put([(found.wish.item, found.media, found.until_ms) for found in settled], now)
        if waits:
            await self._media.wait([(waiting.wish.item, waiting.until_ms) for waiting in waits], now)
        if settled or waits:
            await self._announcer.media_ready([outcome.wish.item.key for outcome in (*settled, *waits)])
        if settled:
            await self._wishes.done([found.wish.item.key for found in settled])
        if waits:
            await self._wishes.postpone(_moments(waits), failed=False)
        if failed:
            await self._wishes.postpone(_moments(failed), failed=True)


def _moments(outcomes: Sequence[Outcome]) -> dict[str, int]:
    return {outcome.wish.item.key: outcome.until_ms for outcome in outcomes}

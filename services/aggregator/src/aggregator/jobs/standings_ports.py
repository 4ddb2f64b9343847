"""What the job of the standings needs of the world."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from aggregator.domain.standings import CommonTaste, Standing
from aggregator.domain.standings_state import StandingsState


class SegmentReader(Protocol):
    """Reads segments in whichever process works: it is sent there, and holds no connection itself."""

    def __call__(self, people: Iterable[str]) -> Iterator[tuple[str, list[bytes]]]:
        """Each person with their segments in the order of the years."""


class Replacement(Protocol):
    """What is to be in the place of all that was there. Raises Retryable."""

    async def add_standings(self, standings: Sequence[Standing]) -> None:
        """Add some of them."""

    async def add_tastes(self, tastes: Sequence[CommonTaste]) -> None:
        """Add some of them."""


class StandingsStore(Protocol):
    """Who shares, and what the job makes of them. Raises Retryable."""

    async def state(self) -> StandingsState:
        """What the last run knew, and what there is now."""

    async def sharing(self) -> list[str]:
        """Those who share."""

    def replacement(self, state: StandingsState, began_at: int) -> AbstractAsyncContextManager[Replacement]:
        """All or nothing; without the standings of those who share no more when it ends.

        `state` is what the run knows, looked up before anything else, and `began_at` is when that was, unix ms.
        """

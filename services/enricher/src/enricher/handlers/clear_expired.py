"""What is kept for a while only."""

from collections.abc import Sequence

from chassis.clock import Clock
from chassis.rounds import every
from enricher.ports import Expiring

_PAUSE_S = 3_600.0


class ClearExpired:
    """Takes expired entries out of the stores, again and again. Running it twice is safe: what is gone is gone."""

    def __init__(self, stores: Sequence[Expiring], clock: Clock) -> None:
        self._stores = stores
        self._clock = clock

    async def run(self) -> None:
        """Once an hour, until cancelled."""
        await every(_PAUSE_S, self)

    async def __call__(self) -> None:
        """Raises Retryable where a store is away."""
        for store in self._stores:
            await store.clear(self._clock())

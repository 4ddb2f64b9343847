"""Running totals on their way to the topic `live-totals`, ten times a second at most."""

import asyncio
from functools import partial

from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages.uploads import LiveTotalsChanged
from contracts.topics import Topic

PAUSE_S = 0.1


class KafkaLiveFeed:
    """Implements the port `LiveFeed`: keeps the newest totals of each upload until they are told."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher
        self._untold: dict[str, LiveTotalsChanged] = {}
        self._telling = asyncio.Lock()  # one at a time: newer totals of an upload never overtake older ones

    def changed(self, totals: LiveTotalsChanged) -> None:
        """Replaces what was not yet told of the same upload."""
        self._untold[totals.upload_id] = totals

    async def flush(self) -> None:
        """Tell everything, upload by upload; waits for the broker."""
        async with self._telling:
            while self._untold:
                upload_id, totals = self._untold.popitem()
                await retry(partial(self._publisher.publish, Topic.LIVE_TOTALS, upload_id, totals))

    async def run(self) -> None:
        """Tell what changed, again and again, until cancelled."""
        while True:
            await self.flush()
            await asyncio.sleep(PAUSE_S)

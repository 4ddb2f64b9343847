"""Whoever is due is asked after: the auth service fetches their last plays."""

import logging

from prometheus_client import Counter

from chassis import context
from chassis.clock import Clock
from chassis.rounds import every
from uploader.domain import feed
from uploader.domain.feed_pauses import Pauses
from uploader.ports import FeedRequests, Feeds

PAUSE_S = 0.5
AT_ONCE = 20

_LOG = logging.getLogger(__name__)
_ASKED = Counter("uploader_feed_questions", "Questions for the last plays of somebody")


class AskForPlays:
    """Looks for feeds that are due, and emits `fetch-recent-plays` for each, as the day's calls and Spotify allow.

    Running it twice is safe, and so is running it in two processes: a question is taken by a change of the row that
    succeeds once. A question that was taken and never sent is taken again as one without an answer.
    """

    def __init__(self, feeds: Feeds, requests: FeedRequests, pauses: Pauses, clock: Clock) -> None:
        self._feeds = feeds
        self._requests = requests
        self._pauses = pauses
        self._clock = clock

    async def run(self) -> None:
        """Look again and again, until cancelled."""
        await every(PAUSE_S, self)

    async def __call__(self) -> None:
        """Ask for all who are due. Raises Retryable."""
        now = self._clock()
        due = await self._feeds.due(now, AT_ONCE)
        if not due:
            return
        opens_at = (await self._feeds.quota()).opens_at(now, self._pauses.calls_a_day)
        if opens_at > now:
            await self._feeds.show_blocked(opens_at)
            return
        for one in due:
            request_id = context.new_correlation_id()
            if await self._feeds.claim(one, feed.asked(one, request_id, now, self._pauses), now):
                with context.working_on(request_id):
                    await self._requests.ask(one.person_id, request_id)
                    _ASKED.inc()
                    _LOG.debug("asked for the last plays")

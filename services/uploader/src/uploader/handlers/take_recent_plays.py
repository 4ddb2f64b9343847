"""The last plays of a person have come, or why there are none."""

import logging

from prometheus_client import Counter

from chassis.clock import Clock
from contracts.messages.feed import RecentPlaysFetched, RecentPlaysRefused
from uploader.domain import feed
from uploader.domain.feed_pauses import Pauses
from uploader.domain.recent_plays import new_plays, upload_id_of
from uploader.domain.records import Numbered, in_records
from uploader.handlers.record_sender import RecordSender
from uploader.ports import Feeds, Plays

_LOG = logging.getLogger(__name__)
_ANSWERS = Counter("uploader_feed_answers", "Answers to questions for last plays: what came", ["what"])
_GAPS = Counter("uploader_feed_gaps", "Answers that left a gap behind them")


class TakeRecentPlaysHandler:
    """Consumes `recent-plays-fetched`, emits `plays-read` and `upload-read` for the plays that are new.

    Running it twice is safe: until the feed is kept as answered the same answer gives the same record under the same
    upload id, of which readers skip what they have; after that nobody waits for the answer, and it is passed over. So
    is one that came so late that the question was asked again: the next answer lists the same plays.
    """

    def __init__(self, feeds: Feeds, plays: Plays, pauses: Pauses) -> None:
        self._feeds = feeds
        self._plays = plays
        self._pauses = pauses

    async def __call__(self, answer: RecentPlaysFetched) -> None:
        """Send what is new, then keep how far the feed has come. Raises Retryable."""
        found = await self._feeds.find(answer.person_id)
        if found is None or found.request_id != answer.request_id:
            _ANSWERS.labels("late").inc()
            return
        new = new_plays(answer, found.newest_played_at)
        if new:
            await self._send(answer.person_id, new)
        moments, gap = [play.played_at for _, play in new], feed.gap_before(found, answer)
        after = feed.answered(found, answer, moments, await self._feeds.quota(), self._pauses)
        if await self._feeds.settle(found, after, gap):
            _ANSWERS.labels("plays" if new else "nothing new").inc()
            _GAPS.inc(gap is not None)
            _LOG.info("last plays read", extra={"new": len(new), "gap": gap is not None})

    async def _send(self, person_id: str, new: list[Numbered]) -> None:
        sender = RecordSender(self._plays, upload_id_of(person_id, new), person_id)
        for source, columns in in_records(new):
            await sender.send(0, source, columns)
        await sender.finish()
        await self._plays.end(sender.end())


class TakeRefusalHandler:
    """Consumes `recent-plays-refused`.

    Running it twice is safe: a block only grows, and a question that is settled is not waited for any more.
    """

    def __init__(self, feeds: Feeds, pauses: Pauses, clock: Clock) -> None:
        self._feeds = feeds
        self._pauses = pauses
        self._clock = clock

    async def __call__(self, refusal: RecentPlaysRefused) -> None:
        """Keep when to ask again, for this person and, where Spotify's limit is reached, for everybody."""
        if refusal.reason == "blocked" and refusal.until is not None:
            await self._feeds.block(refusal.until)
        found = await self._feeds.find(refusal.person_id)
        if found is None or found.request_id != refusal.request_id:
            return
        after = feed.refused(found, refusal, self._clock(), self._pauses)
        if await self._feeds.settle(found, after, None):
            _ANSWERS.labels(refusal.reason).inc()
            _LOG.warning("no last plays to be had", extra={"reason": refusal.reason, "until": refusal.until})

"""The live feed of one person, and what a question, an answer or a refusal makes of it."""

from typing import Literal

import msgspec

from contracts.messages.feed import RecentPlaysFetched, RecentPlaysRefused
from uploader.domain.feed_pauses import DAY_MS, Pauses, Quota, next_pause
from uploader.domain.recent_plays import can_be

FeedState = Literal["active", "blocked", "ended"]


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """Moments are unix ms. A `blocked` feed is asked after again when `resumes_at` is past, an `ended` one never.

    request_id        the question that waits for its answer
    newest_played_at  the newest play that the feed has brought
    whole_from        the oldest play of the first answer, where Spotify may have had more before it
    """

    person_id: str
    state: FeedState
    next_at: int
    pause_ms: int
    request_id: str | None = None
    last_read_at: int | None = None
    newest_played_at: int | None = None
    whole_from: int | None = None
    resumes_at: int | None = None


class Gap(msgspec.Struct, frozen=True):
    """Nothing is known of the time between the plays of these two moments, unix ms."""

    since: int
    until: int


def asked(feed: Feed, request_id: str, now: int, pauses: Pauses) -> Feed:
    """With a question under way. Should no answer come, it is asked again after a while."""
    next_at = now + max(feed.pause_ms, pauses.answer_ms)
    return msgspec.structs.replace(feed, request_id=request_id, next_at=next_at)


def answered(feed: Feed, answer: RecentPlaysFetched, brought: list[int], quota: Quota, pauses: Pauses) -> Feed:
    """With an answer that brought plays of these moments, none of them known before."""
    now = answer.fetched_at
    pause_ms = next_pause(feed.pause_ms, bool(brought), pauses, quota.spread_ms(now, pauses.calls_a_day))
    begins = feed.newest_played_at is None and answer.full and bool(brought)
    return msgspec.structs.replace(
        feed,
        state="active",
        request_id=None,
        pause_ms=pause_ms,
        next_at=now + pause_ms,
        last_read_at=now,
        newest_played_at=max(brought, default=feed.newest_played_at),
        whole_from=min(brought) if begins else feed.whole_from,
        resumes_at=None,
    )


def gap_before(feed: Feed, answer: RecentPlaysFetched) -> Gap | None:
    """What an answer leaves open: it is full, and its oldest play is later than the newest known one."""
    moments = [play.played_at for play in answer.plays if can_be(play, answer.fetched_at)]
    if not answer.full or not moments or feed.newest_played_at is None:
        return None
    oldest = min(moments)
    return Gap(feed.newest_played_at, oldest) if oldest > feed.newest_played_at else None


def refused(feed: Feed, refusal: RecentPlaysRefused, now: int, pauses: Pauses) -> Feed:
    """With a refusal in place of an answer.

    not_connected ends the feed until the person connects again. A refusal that time does not mend is looked at once a
    day: the operator may have put it right. Where Spotify does not answer, the pause grows as if nothing were new.
    """
    settled = msgspec.structs.replace(feed, request_id=None)
    if refusal.reason == "not_connected":
        return msgspec.structs.replace(settled, state="ended", resumes_at=None)
    if refusal.reason == "refused":
        return msgspec.structs.replace(settled, state="blocked", next_at=now + DAY_MS, resumes_at=now + DAY_MS)
    pause_ms = next_pause(feed.pause_ms, False, pauses)
    if refusal.reason == "blocked":
        until = refusal.until or now + pause_ms
        return msgspec.structs.replace(settled, state="blocked", next_at=until, resumes_at=until)
    next_at = max(refusal.until or 0, now + pause_ms)
    return msgspec.structs.replace(settled, pause_ms=pause_ms, next_at=next_at)

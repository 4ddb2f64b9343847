"""Fakes behind the ports of the live feed: rows of feeds, the day's calls, and what was asked and sent, in memory."""

import asyncio

import msgspec

from chassis.errors import Retryable
from contracts.messages.feed import RecentPlay, RecentPlaysFetched, RecentPlaysRefused
from contracts.messages.people_changes import ConnectionChanged
from contracts.messages.plays import PlaysRead, UploadRead
from uploader.domain.feed import Feed, Gap
from uploader.domain.feed_pauses import Pauses, Quota
from uploader.handlers.ask_for_plays import AskForPlays
from uploader.handlers.follow_connection import FollowConnectionHandler
from uploader.handlers.take_recent_plays import TakeRecentPlaysHandler, TakeRefusalHandler

NOW_MS = 1_780_000_000_000
PAUSES = Pauses()


class Feeds:
    """Where feeds are kept. `faults` of the next calls by name."""

    def __init__(self, pauses: Pauses = PAUSES) -> None:
        self.kept: dict[str, Feed] = {}
        self.gaps: list[tuple[str, Gap]] = []
        self.erased: set[str] = set()
        self.covered: list[str] = []
        self.faults: list[str] = []
        self.taken_by_another: set[str] = set()
        self.limit = Quota()
        self._changes: dict[str, int] = {}
        self._pauses = pauses

    async def connect(self, person_id: str, connected: bool, change: int, now: int) -> bool:
        if person_id in self.erased or self._changes.get(person_id, -1) >= change:
            return False
        self._changes[person_id] = change
        fresh = Feed(person_id=person_id, state="active", next_at=now, pause_ms=self._pauses.first_ms)
        known = self.kept.get(person_id, fresh)
        self.kept[person_id] = msgspec.structs.replace(
            known, state="active" if connected else "ended", next_at=now, pause_ms=self._pauses.first_ms,
            request_id=None, resumes_at=None,
        )  # fmt: skip
        return True

    async def find(self, person_id: str) -> Feed | None:
        return self.kept.get(person_id)

    async def due(self, now: int, most: int) -> list[Feed]:
        waiting = [feed for feed in self.kept.values() if feed.state != "ended" and feed.next_at <= now]
        return sorted(waiting, key=lambda feed: feed.next_at)[:most]

    async def quota(self) -> Quota:
        people = sum(feed.state != "ended" for feed in self.kept.values())
        return Quota(self.limit.day, self.limit.calls, self.limit.blocked_until, people)

    async def claim(self, due: Feed, asked: Feed, now: int) -> bool:
        if due.person_id in self.taken_by_another or self.kept[due.person_id].next_at != due.next_at:
            return False
        if self.limit.opens_at(now, self._pauses.calls_a_day) > now:
            return False
        self.kept[due.person_id] = asked
        self.limit = self.limit.with_call(now)
        return True

    async def block(self, until: int) -> None:
        blocked_until = max(self.limit.blocked_until, until)
        self.limit = Quota(self.limit.day, self.limit.calls, blocked_until)
        await self.show_blocked(until)

    async def show_blocked(self, until: int) -> None:
        for person_id, feed in self.kept.items():
            if feed.state != "ended" and feed.next_at < until and (feed.resumes_at or 0) < until:
                self.kept[person_id] = msgspec.structs.replace(feed, state="blocked", resumes_at=until)

    async def settle(self, before: Feed, after: Feed, gap: Gap | None) -> bool:
        if "settle" in self.faults:
            self.faults.remove("settle")
            raise Retryable("settle")
        known = self.kept.get(before.person_id)
        if known is None or known.request_id != before.request_id:
            return False
        self.kept[before.person_id] = after
        if gap is not None:
            self.gaps.append((before.person_id, gap))
        return True

    async def cover(self, person_id: str) -> None:
        self.covered.append(person_id)


class FeedWorld:
    """The feeds with their handlers, a clock that stands still until it is told, and what was asked and sent."""

    def __init__(self, pauses: Pauses = PAUSES) -> None:
        self.now = NOW_MS
        self.feeds = Feeds(pauses)
        self.questions: list[tuple[str, str]] = []
        self.sent: list[PlaysRead | UploadRead] = []
        self.follow = FollowConnectionHandler(self.feeds, self.clock)
        self.ask_for_plays = AskForPlays(self.feeds, self, pauses, self.clock)
        self.take = TakeRecentPlaysHandler(self.feeds, self, pauses)
        self.refuse = TakeRefusalHandler(self.feeds, pauses, self.clock)

    def clock(self) -> int:
        return self.now

    async def connect(self, *people: str, change: int = 1) -> None:
        """These people are connected now."""
        for person_id in people:
            await self.follow(ConnectionChanged(person_id=person_id, connected=True, change=change))

    async def asked(self, after_ms: int = 0) -> list[str]:
        """Who is asked after, so much later."""
        self.now += after_ms
        before = len(self.questions)
        await self.ask_for_plays()
        return [person_id for person_id, _ in self.questions[before:]]

    def answer(self, *plays: RecentPlay, full: bool = False) -> RecentPlaysFetched:
        """An answer to the last question."""
        person_id, request_id = self.questions[-1]
        return RecentPlaysFetched(
            person_id=person_id, request_id=request_id, fetched_at=self.now, full=full, plays=list(plays)
        )

    def refusal(self, reason: str, until: int | None = None) -> RecentPlaysRefused:
        """A refusal of the last question."""
        person_id, request_id = self.questions[-1]
        told = {"person_id": person_id, "request_id": request_id, "reason": reason, "until": until}
        return msgspec.convert(told, RecentPlaysRefused)

    async def ask(self, person_id: str, request_id: str) -> None:
        self.questions.append((person_id, request_id))

    async def send(self, record: PlaysRead) -> asyncio.Future[object]:
        sent: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self.sent.append(record)
        sent.set_result(None)
        return sent

    async def acknowledged(self, sent: asyncio.Future[object]) -> None:
        await sent

    async def end(self, marker: UploadRead) -> None:
        self.sent.append(marker)


def recent(minute: int, title: str = "Treppenhaus", ms: int = 215_000, spotify_id: str | None = None) -> RecentPlay:
    """A play so many minutes before NOW_MS."""
    return RecentPlay(
        played_at=NOW_MS - minute * 60_000, spotify_id=spotify_id, title=title, artist="Die Nachbarn", album="Haus",
        duration_ms=ms,
    )  # fmt: skip

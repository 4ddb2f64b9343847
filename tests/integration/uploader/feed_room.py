"""The live feed in a real world: an auth service that is only played, and the tables as they are."""

import uuid
from collections.abc import Sequence

from chassis.clock import system_clock
from contracts.messages.feed import FetchRecentPlays, RecentPlay, RecentPlaysFetched, RecentPlaysRefused
from contracts.messages.people_changes import ConnectionChanged
from contracts.messages.plays import PlaysRead, UploadRead
from contracts.topics import Topic
from tests.integration.uploader.conftest import Room, eventually
from uploader.adapters.feeds import MariaDbFeeds
from uploader.domain.feed import Feed
from uploader.domain.feed_pauses import Pauses

SHORT = {
    "NACHKLANG_FEED_PAUSE_MS": "50",
    "NACHKLANG_FEED_LONGEST_MS": "100",
    "NACHKLANG_FEED_ANSWER_MS": "600000",
    "NACHKLANG_FEED_CALLS_A_DAY": "1000000",
}
"""Settings with which somebody is asked after at once, but never twice for one answer."""


class FeedRoom:
    """The world around the live feeds."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.feeds = MariaDbFeeds(room.database, Pauses())
        self._changes = 0

    async def connect(self, person_id: str, connected: bool = True) -> None:
        """What the auth service says when somebody connects, or is connected no more."""
        self._changes += 1
        change = ConnectionChanged(person_id=person_id, connected=connected, change=self._changes)
        await self.room.publisher.publish(Topic.PEOPLE_CHANGES, person_id, change)

    async def questions(self, person_id: str) -> list[str]:
        """The ids of the questions for this person's plays, in order."""
        asked = await self.room.said_of("person_id", person_id, Topic.FEED_REQUESTS)
        return [question.request_id for question in asked if isinstance(question, FetchRecentPlays)]

    async def question(self, person_id: str, number: int = 1) -> str:
        """The id of the so manieth question, once it is asked."""

        async def found() -> str | None:
            asked = await self.questions(person_id)
            return asked[number - 1] if len(asked) >= number else None

        return await eventually(found)

    async def answer(
        self, person_id: str, request_id: str, plays: Sequence[RecentPlay], *, full: bool = False
    ) -> RecentPlaysFetched:
        """What the auth service answers."""
        answer = RecentPlaysFetched(
            person_id=person_id, request_id=request_id, fetched_at=system_clock(), full=full, plays=list(plays)
        )
        await self.room.publisher.publish(Topic.RECENT_PLAYS, person_id, answer)
        return answer

    async def block(self, person_id: str, request_id: str, until: int) -> None:
        """What it answers where Spotify's limit is reached."""
        refusal = RecentPlaysRefused(person_id=person_id, request_id=request_id, reason="blocked", until=until)
        await self.room.publisher.publish(Topic.RECENT_PLAYS, person_id, refusal)

    async def sent(self, person_id: str) -> list[PlaysRead | UploadRead]:
        """What came into the topic `plays` of this person."""
        found = await self.room.said_of("person_id", person_id, Topic.PLAYS)
        return [message for message in found if isinstance(message, PlaysRead | UploadRead)]

    async def titles(self, person_id: str) -> list[str | None]:
        """The titles of all plays that were sent, copies included."""
        records = [message for message in await self.sent(person_id) if isinstance(message, PlaysRead)]
        return [title for record in records for title in record.plays.title]

    async def until_newest(self, person_id: str, played_at: int) -> Feed:
        """The feed, once it has come so far."""

        async def found() -> Feed | None:
            feed = await self.feeds.find(person_id)
            return feed if feed and feed.newest_played_at == played_at else None

        return await eventually(found)

    async def until_state(self, person_id: str, state: str) -> Feed:
        """The feed, once it is in this state."""

        async def found() -> Feed | None:
            feed = await self.feeds.find(person_id)
            return feed if feed and feed.state == state else None

        return await eventually(found)

    async def forget_all(self) -> None:
        """No feed is left, and every call may be made."""
        for statement in (
            "DELETE FROM serving.feeds",
            "DELETE FROM serving.feed_gaps",
            "UPDATE feed_quota SET day = 0, calls = 0, blocked_until = 0",
        ):
            await self.room.database.execute(statement)


def somebody() -> str:
    """A new person."""
    return uuid.uuid4().hex


def played(minutes_ago: int, title: str) -> RecentPlay:
    """A play so long ago."""
    moment = system_clock() - minutes_ago * 60_000
    return RecentPlay(
        played_at=moment, spotify_id=None, title=title, artist="Die Nachbarn", album=None, duration_ms=215_000
    )

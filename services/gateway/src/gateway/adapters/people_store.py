"""What the serving store says about one person beside their history: their standing and their live feed."""

import msgspec

from chassis.database import Database
from gateway.adapters.queries import in_time
from gateway.domain.feed_view import NO_FEED, Feed, FeedGap, FeedState
from gateway.domain.standing_view import StandingRow
from gateway.domain.times import moment, moment_or_none


class MariaDbPeopleStore:
    """Implements ports.PeopleStore."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def standings(self, person_id: str) -> list[StandingRow]:
        """Where the person stands among those who share; empty where too few do."""
        sql = "SELECT period, measure, value, per_mille, people FROM standings WHERE person_id = %s"
        async with in_time():
            rows = await self._database.fetch_all(sql, (person_id,))
        return [
            StandingRow(str(period), str(measure), int(value), int(per_mille), int(people))
            for period, measure, value, per_mille, people in rows
        ]

    async def feed(self, person_id: str) -> Feed:
        """How the person's live feed stands; off where there is none."""
        sql = "SELECT state, last_read_at, resumes_at FROM feeds WHERE person_id = %s"
        async with in_time():
            rows = await self._database.fetch_all(sql, (person_id,))
            gaps = await self._database.fetch_all(
                "SELECT since, until FROM feed_gaps WHERE person_id = %s ORDER BY until", (person_id,)
            )
        state, last_read_at, resumes_at = rows[0] if rows else (NO_FEED.state, None, None)
        return Feed(
            state=msgspec.convert(state, FeedState),
            last_read_at=moment_or_none(last_read_at),
            resumes_at=moment_or_none(resumes_at),
            gaps=tuple(FeedGap(from_=moment(since), to=moment(until)) for since, until in gaps),
        )

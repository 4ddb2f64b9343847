"""Live feeds in MariaDB: `serving.feeds`, `serving.feed_gaps` and `feed_quota`."""

import msgspec

from chassis.database import Connection, Database
from uploader.domain.feed import Feed, Gap
from uploader.domain.feed_pauses import Pauses, Quota

_FIELDS = Feed.__struct_fields__
_COLUMNS = ", ".join(_FIELDS)
_IS_ERASED = "SELECT 1 FROM erased_people WHERE person_id = %s LOCK IN SHARE MODE"
_CONNECT = """
    INSERT INTO serving.feeds (person_id, state, connection_change, next_at, pause_ms) VALUES (%s, %s, %s, %s, %s)
    ON DUPLICATE KEY UPDATE
        state = VALUES(state), connection_change = VALUES(connection_change), next_at = VALUES(next_at),
        pause_ms = VALUES(pause_ms), request_id = NULL, resumes_at = NULL
"""
_LAST_CHANGE = "SELECT connection_change FROM serving.feeds WHERE person_id = %s FOR UPDATE"
_FIND = f"SELECT {_COLUMNS} FROM serving.feeds WHERE person_id = %s"  # noqa: S608  # constant columns
_DUE = f"""
    SELECT {_COLUMNS} FROM serving.feeds
    WHERE state IN ('active', 'blocked') AND next_at <= %s ORDER BY next_at, person_id LIMIT %s
"""  # noqa: S608  # constant columns
_PEOPLE = "SELECT COUNT(*) FROM serving.feeds WHERE state IN ('active', 'blocked')"
_QUOTA = "SELECT day, calls, blocked_until FROM feed_quota"
_LOCK_QUOTA = f"{_QUOTA} FOR UPDATE"
_COUNT_CALL = "UPDATE feed_quota SET day = %s, calls = %s"
_BLOCK = "UPDATE feed_quota SET blocked_until = GREATEST(blocked_until, %s)"
_CLAIM = """
    UPDATE serving.feeds SET request_id = %s, next_at = %s
    WHERE person_id = %s AND next_at = %s AND state IN ('active', 'blocked')
"""
_SHOW_BLOCKED = """
    UPDATE serving.feeds SET state = 'blocked', resumes_at = %s
    WHERE state IN ('active', 'blocked') AND next_at < %s AND (resumes_at IS NULL OR resumes_at < %s)
"""
_SETTLE = """
    UPDATE serving.feeds
    SET state = %s, next_at = %s, pause_ms = %s, request_id = NULL, last_read_at = %s, newest_played_at = %s,
        whole_from = %s, resumes_at = %s
    WHERE person_id = %s AND request_id = %s
"""
_LOCK = "SELECT 1 FROM serving.feeds WHERE person_id = %s FOR UPDATE"
_REACH = "SELECT MAX(newest_at) FROM serving.imports WHERE person_id = %s AND state = 'done'"
_OPEN_GAP = """
    INSERT INTO serving.feed_gaps (person_id, since, until) VALUES (%s, %s, %s)
    ON DUPLICATE KEY UPDATE until = VALUES(until)
"""
_CLOSE_GAPS = "DELETE FROM serving.feed_gaps WHERE person_id = %s AND until <= %s"
_SHORTEN_GAPS = "UPDATE serving.feed_gaps SET since = %s WHERE person_id = %s AND since < %s"
_OPEN_FIRST_GAP = """
    INSERT INTO serving.feed_gaps (person_id, since, until)
    SELECT person_id, %s, whole_from FROM serving.feeds WHERE person_id = %s AND whole_from > %s
    ON DUPLICATE KEY UPDATE until = VALUES(until)
"""


class MariaDbFeeds:
    """Implements Feeds."""

    def __init__(self, database: Database, pauses: Pauses) -> None:
        self._database = database
        self._pauses = pauses

    async def connect(self, person_id: str, connected: bool, change: int, now: int) -> bool:
        """Begin or end the feed, unless a later change is known or the person was erased; False then."""
        async with self._database.transaction() as connection:
            if await connection.fetch_one(_IS_ERASED, (person_id,)):
                return False
            last = await connection.fetch_one(_LAST_CHANGE, (person_id,))
            if last is not None and last[0] >= change:
                return False
            state = "active" if connected else "ended"
            await connection.execute(_CONNECT, (person_id, state, change, now, self._pauses.first_ms))
        return True

    async def find(self, person_id: str) -> Feed | None:
        """The feed as it was kept last."""
        row = await self._database.fetch_one(_FIND, (person_id,))
        return None if row is None else Feed(**dict(zip(_FIELDS, row, strict=True)))

    async def due(self, now: int, most: int) -> list[Feed]:
        """Those whose time has come, the longest due first."""
        rows = await self._database.fetch_all(_DUE, (now, most))
        return [Feed(**dict(zip(_FIELDS, row, strict=True))) for row in rows]

    async def quota(self) -> Quota:
        """What was asked for, and for how many people."""
        async with self._database.transaction() as connection:
            quota = await _quota(connection, _QUOTA)
            people = await connection.fetch_one(_PEOPLE)
        return quota if people is None else Quota(quota.day, quota.calls, quota.blocked_until, people[0])

    async def claim(self, due: Feed, asked: Feed, now: int) -> bool:
        """Take the question and one call for it; False where another has taken it, or no call is left."""
        async with self._database.transaction() as connection:
            quota = await _quota(connection, _LOCK_QUOTA)
            if quota.opens_at(now, self._pauses.calls_a_day) > now:
                return False
            what = (asked.request_id, asked.next_at, due.person_id, due.next_at)
            if await connection.execute(_CLAIM, what) != 1:
                return False
            called = quota.with_call(now)
            await connection.execute(_COUNT_CALL, (called.day, called.calls))
        return True

    async def block(self, until: int) -> None:
        """Spotify gives nobody anything before then."""
        await self._database.execute(_BLOCK, (until,))
        await self.show_blocked(until)

    async def show_blocked(self, until: int) -> None:
        """Say so of all who would be asked after before then."""
        await self._database.execute(_SHOW_BLOCKED, (until, until, until))

    async def settle(self, before: Feed, after: Feed, gap: Gap | None) -> bool:
        """Keep what an answer made of the feed, and its gap; False where the question is no longer waited for."""
        async with self._database.transaction() as connection:
            state = (after.state, after.next_at, after.pause_ms, after.last_read_at, after.newest_played_at)
            what = (*state, after.whole_from, after.resumes_at, before.person_id, before.request_id)
            if await connection.execute(_SETTLE, what) != 1:
                return False
            if gap is not None:
                await connection.execute(_OPEN_GAP, (before.person_id, *msgspec.structs.astuple(gap)))
            await _cover(connection, before.person_id)
        return True

    async def cover(self, person_id: str) -> None:
        """Close the gaps that the person's exports reach past, and open the one behind them."""
        async with self._database.transaction() as connection:
            if await connection.fetch_one(_LOCK, (person_id,)):
                await _cover(connection, person_id)


async def _quota(connection: Connection, sql: str) -> Quota:
    row = await connection.fetch_one(sql)
    return Quota() if row is None else Quota(*row)


async def _cover(connection: Connection, person_id: str) -> None:
    """Exports hold all up to their newest row. The row of the feed is locked, so that no import is overlooked."""
    row = await connection.fetch_one(_REACH, (person_id,))
    if row is not None and (reach := row[0]) is not None:
        await connection.execute(_CLOSE_GAPS, (person_id, reach))
        await connection.execute(_SHORTEN_GAPS, (reach, person_id, reach))
        await connection.execute(_OPEN_FIRST_GAP, (reach, person_id, reach))

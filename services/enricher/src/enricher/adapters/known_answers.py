"""Spotify's answers by id, kept as long as its terms allow."""

from collections.abc import Collection, Mapping

from chassis.database import Database
from enricher.domain.media import ANSWERS_MS


class MariaDbAnswers:
    """The table `enricher.answers`. Implements KnownAnswers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, family: str, ids: Collection[str], now_ms: int) -> dict[str, bytes | None]:
        """Those that are known."""
        if not ids:
            return {}
        keys = {f"{family}/{item_id}": item_id for item_id in ids}
        marks = ", ".join(["%s"] * len(keys))
        rows = await self._database.fetch_all(
            f"SELECT call_key, answer FROM answers WHERE expires_at > %s AND call_key IN ({marks})",  # noqa: S608  # only marks
            [now_ms, *keys],
        )
        return {keys[key]: answer for key, answer in rows}

    async def named(self, names_key: str, now_ms: int) -> bytes | None:
        """The track of these names that was heard of last."""
        row = await self._database.fetch_one(
            "SELECT answer FROM answers WHERE names_key = %s AND expires_at > %s ORDER BY expires_at DESC LIMIT 1",
            (names_key, now_ms),
        )
        return row[0] if row else None

    async def put(self, family: str, answers: Mapping[str, tuple[bytes | None, str | None]], now_ms: int) -> None:
        """Keep them."""
        async with self._database.transaction() as connection:
            await connection.execute_many(
                "REPLACE INTO answers (call_key, answer, names_key, expires_at) VALUES (%s, %s, %s, %s)",
                [
                    (f"{family}/{item_id}", answer, names_key, now_ms + ANSWERS_MS)
                    for item_id, (answer, names_key) in answers.items()
                ],
            )

    async def forget_all(self) -> None:
        """Forget every answer."""
        await self._database.execute("DELETE FROM answers")

    async def clear(self, now_ms: int) -> None:
        """Forget what has expired."""
        await self._database.execute("DELETE FROM answers WHERE expires_at <= %s", (now_ms,))

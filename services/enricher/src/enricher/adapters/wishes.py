"""The queue of wishes: one table over all replicas."""

from collections.abc import Collection, Mapping, Sequence

import msgspec

from chassis.database import Database
from contracts.messages.media import MediaItem
from enricher.domain.wishes import FORGOTTEN_AFTER_MS, LOOKED_AT_MS
from enricher.ports import Wish

_ITEM = msgspec.json.Decoder(MediaItem)


class MariaDbWishes:
    """The table `enricher.wishes`. Implements Wishes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, items: Sequence[MediaItem], now_ms: int) -> None:
        """Wish for these. An id that comes late makes the wish due at once, for it may now be found."""
        async with self._database.transaction() as connection:
            await connection.execute_many(
                """
                INSERT INTO wishes (media_key, kind, item, ms_played, seen_at, due_at, with_id)
                VALUES (%s, %s, %s, %s, %s, %s, %s)
                ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at), ms_played = GREATEST(ms_played, VALUES(ms_played)),
                    due_at = IF(VALUES(with_id) > with_id, VALUES(due_at), due_at),
                    item = IF(VALUES(with_id) > with_id, VALUES(item), item),
                    with_id = GREATEST(with_id, VALUES(with_id))
                """,
                [
                    (
                        item.key,
                        item.kind,
                        msgspec.json.encode(item),
                        item.ms_played,
                        now_ms,
                        now_ms,
                        item.sample_id is not None,
                    )
                    for item in sorted(items, key=lambda item: item.key)  # in one order, so that nobody deadlocks
                ],
            )

    async def due(self, most: int, in_hand: Collection[str], now_ms: int) -> list[Wish]:
        """What is looked at now comes first, then what was played longest, of each kind by turns.

        Albums and shows are looked at behind a tab, so they come after songs and artists. The artist comes before the
        song, for the call for one of their tracks may serve the song as well.
        """
        marks = ", ".join(["%s"] * len(in_hand)) or "''"
        rows = await self._database.fetch_all(
            f"""
            SELECT item, failures FROM (
                SELECT item, failures, kind, seen_at > %s AS looked_at,
                    ROW_NUMBER() OVER (PARTITION BY seen_at > %s, kind ORDER BY ms_played DESC, media_key) AS nth
                FROM wishes WHERE due_at <= %s AND seen_at > %s AND media_key NOT IN ({marks})
            ) AS due
            ORDER BY looked_at DESC, kind IN ('album', 'show'), nth, kind LIMIT %s
            """,  # noqa: S608  # only marks
            [*[now_ms - LOOKED_AT_MS] * 2, now_ms, now_ms - FORGOTTEN_AFTER_MS, *in_hand, most],
        )
        return [Wish(item, failures) for item, failures in ((_read(item), failures) for item, failures in rows) if item]

    async def done(self, keys: Collection[str]) -> None:
        """Take them out."""
        marks = ", ".join(["%s"] * len(keys))
        await self._database.execute(f"DELETE FROM wishes WHERE media_key IN ({marks})", sorted(keys))  # noqa: S608  # only marks

    async def postpone(self, wishes: Mapping[str, int], *, failed: bool) -> None:
        """Count a failure, or forget about earlier ones."""
        async with self._database.transaction() as connection:
            for key, due_at in sorted(wishes.items()):
                await connection.execute(
                    "UPDATE wishes SET due_at = %s, failures = IF(%s, failures + 1, 0) WHERE media_key = %s",
                    (due_at, failed, key),
                )

    async def hasten(self, now_ms: int) -> None:
        """Make due what only waited for the end of a lock-out or a day."""
        await self._database.execute(
            "UPDATE wishes SET due_at = %s WHERE due_at > %s AND failures = 0", (now_ms, now_ms)
        )

    async def forget_all(self) -> None:
        """Take all out."""
        await self._database.execute("DELETE FROM wishes")

    async def clear(self, now_ms: int) -> None:
        """Take out what nobody has looked at for long."""
        await self._database.execute("DELETE FROM wishes WHERE seen_at <= %s", (now_ms - FORGOTTEN_AFTER_MS,))


def _read(item: bytes) -> MediaItem | None:
    """None for what another version wrote and this one cannot read: it is wished for again when somebody looks."""
    try:
        return _ITEM.decode(item)
    except msgspec.DecodeError:
        return None

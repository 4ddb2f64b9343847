"""Media in the serving store, and until when a family of Spotify's calls is blocked."""

from collections.abc import Sequence

from chassis.database import Database
from contracts.messages.media import MediaItem
from enricher.domain.media import KEPT_MS, Media


class MariaDbMediaStore:
    """The table `serving.media`. Implements MediaStore."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        """Keys of those items whose entries have not expired; a miss by name counts for items without an id only."""
        if not items:
            return set()
        marks = ", ".join(["%s"] * len(items))
        sql = f"""
            SELECT media_key, state = 'missing' AND spotify_id IS NULL
            FROM serving.media WHERE expires_at > %s AND media_key IN ({marks})
        """  # noqa: S608  # only marks
        rows = await self._database.fetch_all(sql, [now_ms, *(item.key for item in items)])
        only_by_name = {key: bool(by_name) for key, by_name in rows}
        return {
            item.key for item in items if item.key in only_by_name and not (only_by_name[item.key] and item.sample_id)
        }

    async def put(self, item: MediaItem, media: Media | None, now_ms: int) -> None:
        """Keep `media`, or that there is none: by which id it was looked for, or by its name only."""
        await self._database.execute(
            """
            REPLACE INTO serving.media (media_key, kind, state, spotify_id, image_url, image_width, preview_kind,
                                        preview_url, link, fetched_at, expires_at)
            VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
            """,
            (
                item.key,
                item.kind,
                "found" if media else "missing",
                media.spotify_id if media else item.sample_id,
                media and media.image_url,
                media and media.image_width,
                media and media.preview_kind,
                media and media.preview_url,
                media and media.link,
                now_ms,
                now_ms + KEPT_MS,
            ),
        )


class MariaDbBlocks:
    """The table `enricher.blocks`: lock-outs outlive a restart."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def until(self, family: str) -> int:
        """The end of the family's lock-out as unix ms UTC, 0 where there was none."""
        row = await self._database.fetch_one("SELECT until_ms FROM blocks WHERE family = %s", (family,))
        return int(row[0]) if row else 0

    async def block(self, family: str, until_ms: int) -> None:
        """Lock the family out until then; an earlier end never replaces a later one."""
        await self._database.execute(
            """
            INSERT INTO blocks (family, until_ms) VALUES (%s, %s)
            ON DUPLICATE KEY UPDATE until_ms = GREATEST(until_ms, VALUES(until_ms))
            """,
            (family, until_ms),
        )

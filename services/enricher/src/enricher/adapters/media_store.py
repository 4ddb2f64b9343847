"""Media in the serving store, for the gateway to read."""

from collections.abc import Collection, Sequence

from chassis.database import Database
from contracts.messages.media import MediaItem
from contracts.spotify_ids import looked_for_by, misses_too
from enricher.domain.media import Media, Preview

_COLUMNS = (
    "media_key, kind, state, spotify_id, image_url, image_width, row_image_url, preview_kind, preview_url,"
    " preview_source, preview_link, preview_id, link, fetched_at, expires_at"
)


class MariaDbMediaStore:
    """The table `serving.media`. Implements MediaStore."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def fresh(self, items: Sequence[MediaItem], now_ms: int) -> set[str]:
        """Keys of those items whose entries have not expired; a miss is one only for whom it counts (`misses_too`)."""
        if not items:
            return set()
        marks = ", ".join(["%s"] * len(items))
        sql = f"""
            SELECT media_key, state = 'missing', spotify_id
            FROM serving.media WHERE expires_at > %s AND state <> 'waiting' AND media_key IN ({marks})
        """  # noqa: S608  # only marks
        rows = await self._database.fetch_all(sql, [now_ms, *(item.key for item in items)])
        kept = {key: (missing, spotify_id) for key, missing, spotify_id in rows}
        return {
            item.key
            for item in items
            if (entry := kept.get(item.key)) and (not entry[0] or misses_too(entry[1], item.sample_id))
        }

    async def put(self, settled: Sequence[tuple[MediaItem, Media | None, int]], now_ms: int) -> None:
        """Keep `media`, or that there is none: by which id it was looked for, or by its name only."""
        await self._write([_row(item, media, now_ms, until) for item, media, until in settled])

    async def wait(self, waiting: Sequence[tuple[MediaItem, int]], now_ms: int) -> None:
        """Say until when these are not looked for."""
        await self._write([_row(item, None, now_ms, until, state="waiting") for item, until in waiting])

    async def preview(self, key: str) -> Preview | None:
        """The sample of one thing."""
        row = await self._database.fetch_one(
            "SELECT preview_kind, preview_url, preview_source, preview_link, preview_id FROM serving.media"
            " WHERE media_key = %s AND preview_kind IS NOT NULL",
            (key,),
        )
        return Preview(kind=row[0], url=row[1], source=row[2], link=row[3], source_id=row[4]) if row else None

    async def forget_sources(self, allowed: Collection[str]) -> None:
        """Forget what has a sample of another source than these: it is turned off."""
        marks = ", ".join(["%s"] * len(allowed))
        await self._database.execute(
            f"DELETE FROM serving.media WHERE preview_source NOT IN ({marks})",  # noqa: S608  # only marks
            list(allowed),
        )

    async def clear(self, now_ms: int) -> None:
        """Forget what has expired: Spotify's terms allow no longer."""
        await self._database.execute("DELETE FROM serving.media WHERE expires_at <= %s", (now_ms,))

    async def _write(self, rows: Sequence[tuple[object, ...]]) -> None:
        marks = ", ".join(["%s"] * len(_COLUMNS.split(",")))
        async with self._database.transaction() as connection:
            await connection.execute_many(
                f"REPLACE INTO serving.media ({_COLUMNS}) VALUES ({marks})",  # noqa: S608  # only names and marks
                rows,
            )


def _row(
    item: MediaItem, media: Media | None, now_ms: int, until_ms: int, state: str | None = None
) -> tuple[object, ...]:
    preview = media.preview if media else None
    return (
        item.key,
        item.kind,
        state or ("found" if media else "missing"),
        media.spotify_id if media else looked_for_by(item.sample_id),
        media and media.image_url,
        media and media.image_width,
        media and media.row_image_url,
        preview and preview.kind,
        preview and preview.url,
        preview and preview.source,
        preview and preview.link,
        preview and preview.source_id,
        media and media.link,
        now_ms,
        until_ms,
    )

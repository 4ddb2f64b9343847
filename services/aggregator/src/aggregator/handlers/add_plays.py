"""Adds records of plays to the live totals of their upload."""

from collections.abc import MutableMapping

from aggregator.domain.live import Uploads, totals_of, with_end, with_record
from aggregator.ports import LiveFeed
from contracts.messages import Message
from contracts.messages.plays import PlaysRead, UploadRead


class AddPlays:
    """Consumes `plays-read` and `upload-read`, emits `live-totals-changed` to live-totals.

    Running it twice is safe: records are numbered within their upload, and a number that is in the totals is skipped.
    The table may be lost: it is never the truth, and the next upload begins at number 0 again.
    """

    def __init__(self, feed: LiveFeed) -> None:
        self._feed = feed

    async def __call__(self, message: Message, table: MutableMapping[str, Uploads]) -> None:
        """Add one record, or close its upload: the last totals are told before this returns."""
        if isinstance(message, PlaysRead):
            self._changed(table, message, with_record(_uploads(table, message), message))
        elif isinstance(message, UploadRead):
            self._changed(table, message, with_end(_uploads(table, message), message))
            await self._feed.flush()

    def _changed(
        self, table: MutableMapping[str, Uploads], message: PlaysRead | UploadRead, uploads: Uploads | None
    ) -> None:
        if uploads is not None:
            table[message.person_id] = uploads
            self._feed.changed(totals_of(uploads, message.upload_id, message.person_id))


def _uploads(table: MutableMapping[str, Uploads], message: PlaysRead | UploadRead) -> Uploads:
    return table.get(message.person_id) or {}

"""Adds records of plays to the live totals of their upload."""

from collections.abc import Container, MutableMapping
from dataclasses import dataclass

from prometheus_client import Counter

from aggregator.domain.live.live import LiveCount, Running, Uploads, with_end, with_running
from aggregator.domain.live.live_counts import LiveCounts
from aggregator.ports import LiveFeed, PlaysLog
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages.plays import PlaysRead, UploadRead

_RECORDS = Counter(
    "aggregator_live_records", "Records of plays for live totals: counted, known before, of somebody erased", ["what"]
)

Table = MutableMapping[str, Uploads]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the topic `plays` a record lies."""

    partition: int
    offset: int


class AddPlays:
    """Consumes `plays-read` and `upload-read`, emits `live-totals-changed` to live-totals.

    Running it twice is safe: records are numbered within their upload, and a number that is in the totals is skipped.

    The table says where an upload begins and how far it was counted. A process that did not count it itself, after a
    crash or a rebalance, does not go on from there: it reads the records back and counts them anew. The table may be
    lost: it is never the truth, and the next upload begins at number 0 again. Of people who are `erased` nothing is
    kept.
    """

    def __init__(self, feed: LiveFeed, log: PlaysLog, counts: LiveCounts, erased: Container[str] = frozenset()) -> None:
        self._feed = feed
        self._log = log
        self._counts = counts
        self._erased = erased

    async def __call__(self, message: Message, place: Place, table: Table) -> None:
        """Add one record, or close its upload: the last totals are told before this returns."""
        if isinstance(message, PlaysRead | UploadRead) and self._skips(message):
            return
        if isinstance(message, PlaysRead):
            await self._add(message, place, table)
        elif isinstance(message, UploadRead):
            await self._end(message, place, table)

    async def _add(self, record: PlaysRead, place: Place, table: Table) -> None:
        uploads = table.get(record.person_id) or {}
        known = uploads.get(record.upload_id)
        if known is not None and (known["ended"] or record.seq < known["next_seq"]):
            _RECORDS.labels("known").inc()
            return
        count = await self._count(record, place, uploads)
        if self._skips(record):
            return
        before = count.tracks
        count.add(record)
        _RECORDS.labels("counted").inc()
        self._counts.keep(record.upload_id, count, count.tracks - before)
        table[record.person_id] = with_running(uploads, record.upload_id, count.running)
        self._feed.changed(count.totals(record.upload_id, record.person_id))

    async def _end(self, marker: UploadRead, place: Place, table: Table) -> None:
        uploads = table.get(marker.person_id) or {}
        known = uploads.get(marker.upload_id)
        if known is None or not known["ended"]:
            count = await self._count(marker, place, uploads)
            self._counts.drop(marker.upload_id)
            if self._skips(marker):
                return
            table[marker.person_id] = with_end(uploads, marker.upload_id, count.running)
            self._feed.changed(count.totals(marker.upload_id, marker.person_id))
        await self._feed.flush()

    def _skips(self, message: PlaysRead | UploadRead) -> bool:
        """Whether it is of somebody who was erased, perhaps since the last look: asked before anything is kept."""
        skipped = message.person_id in self._erased
        if skipped:
            self._counts.drop(message.upload_id)
            _RECORDS.labels("erased").inc()
        return skipped

    async def _count(self, message: PlaysRead | UploadRead, place: Place, uploads: Uploads) -> LiveCount:
        """What was counted of the upload before `place`. What is held of it in vain is dropped."""
        known = uploads.get(message.upload_id)
        count = self._counts.get(message.upload_id, known) if known else None
        if count is not None and not _missed(message, count.running["next_seq"]):
            return count
        self._counts.drop(message.upload_id)
        first = _first_offset(message, known, place)
        count = await retry(lambda: self._read_back(message, first, place))
        self._counts.keep(message.upload_id, count, count.tracks)
        return count

    async def _read_back(self, message: PlaysRead | UploadRead, first: int, place: Place) -> LiveCount:
        count = LiveCount(first)
        if first < place.offset:
            async for record in self._log.between(place.partition, first, place.offset, message.person_id):
                if record.upload_id == message.upload_id:
                    count.add(record)
        return count


def _missed(message: PlaysRead | UploadRead, next_seq: int) -> bool:
    """Whether records between were never given to us (streams/gaps.py)."""
    return (message.seq if isinstance(message, PlaysRead) else message.records) > next_seq


def _first_offset(message: PlaysRead | UploadRead, known: Running | None, place: Place) -> int:
    """Where the upload begins. Where nobody knows, and this is not its first record, all that is there is read."""
    if known is not None:
        return known.get("first_offset", 0)  # what an older version left in the table lacks it
    return 0 if _missed(message, 0) else place.offset

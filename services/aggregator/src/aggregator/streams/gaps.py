"""Records that Faust fetched and never gave to an agent: they must not keep it from committing what follows."""

import logging
from typing import Any

import faust
from faust.types import TP
from prometheus_client import Counter

_LOG = logging.getLogger(__name__)
_MISSED = Counter("aggregator_records_missed", "Records of a topic that Faust fetched and never gave to us", ["topic"])


class Gaps:
    """Notices missing offsets, of a topic without any by itself (no compaction, no transactions).

    On a busy machine Faust 0.15 loses some of the records that it fetches between resuming partitions and seeking to
    their committed offsets (tables/recovery.py), and then commits nothing behind the hole until it is restarted. The
    handler bears the loss: AddPlays reads back what is missing.
    """

    def __init__(self, app: faust.App) -> None:
        self._app = app
        self._last: dict[TP, int] = {}

    async def pass_over(self, record: Any) -> None:
        """Let commits go on behind whatever is missing before this record."""
        place = TP(record.topic, record.partition)
        last, self._last[place] = self._last.get(place), record.offset
        if last is None or record.offset <= last + 1:
            return
        missed = record.offset - last - 1
        _MISSED.labels(record.topic).inc(missed)
        _LOG.warning("records were missed", extra={"topic": record.topic, "offset": last + 1, "records": missed})
        consumer: Any = self._app.consumer
        await consumer._add_gap(place, last + 1, record.offset - 1)  # Faust's own way, which has no public name

"""What one task of the stream does with its part of a batch, in a Python process beside a Spark executor."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from aggregator.jobs.fold_person import FoldPerson
from aggregator.jobs.outcomes import Outcome, Postponed, Unreadable, as_rows
from aggregator.jobs.parcel import Parcel
from aggregator.jobs.ports import PlayStores
from aggregator.jobs.records import read
from chassis import context
from chassis.errors import Retryable
from chassis.retry import retry
from contracts.codec import UnreadableMessage
from contracts.messages.plays import PlaysRead

MOST_BYTES = 48 * 1024 * 1024
"""Of records that are held at once, as they came: 180,000 plays, or a few dozen records of absurd titles."""

ATTEMPTS = 6
"""With growing pauses some three seconds. Longer faults are for the driver, which has the time and the alarm."""


class StreamTask:
    """Folds the records of one partition of the topic into the histories of their people.

    A person's records are all in one partition, so no two tasks of a batch share a person. The same task may run again,
    or twice at the same time: `FoldPerson` bears it. It is sent to the executors as it is and knows nothing of the
    driver.
    """

    def __init__(self, stores: PlayStores) -> None:
        self._stores = stores

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Rows of Spark's Kafka source, with headers, become rows of outcomes."""
        held = _Held()
        with asyncio.Runner() as runner:
            for record in _records(batches):
                held.add(record)
                if held.bytes >= MOST_BYTES:
                    outcomes = runner.run(self._store(held))
                    yield as_rows(outcomes)
                    if any(isinstance(outcome, Postponed) for outcome in outcomes):
                        return  # what comes later must not become durable first
                    held = _Held()
            yield as_rows(runner.run(self._store(held)))

    async def _store(self, held: "_Held") -> list[Outcome]:
        outcomes: list[Outcome] = [*held.unreadable]
        async with self._stores.open() as store:
            fold = FoldPerson(store)
            for parcel in held.parcels.values():
                try:
                    outcomes.append(await retry(partial(fold, parcel), attempts=ATTEMPTS))
                except Retryable as fault:
                    return [*outcomes, Postponed(str(fault))]
        return outcomes


class _Held:
    """Records since the last time, by person."""

    def __init__(self) -> None:
        self.parcels: dict[str, Parcel] = {}
        self.unreadable: list[Unreadable] = []
        self.bytes = 0

    def add(self, record: dict[str, Any]) -> None:
        headers = [(header["key"], header["value"] or b"") for header in record["headers"] or ()]
        self.bytes += len(record["value"] or b"")
        try:
            message = read(record["value"], headers)
        except UnreadableMessage as error:
            self.unreadable.append(Unreadable(record["partition"], record["offset"], str(error)))
            return
        parcel = self.parcels.setdefault(message.person_id, Parcel(message.person_id))
        if isinstance(message, PlaysRead):
            parcel.add(message)
        else:
            ids = (context.header(headers, "correlation_id"), context.header(headers, "traceparent"))
            parcel.end(message, *ids)


def _records(batches: Iterator[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    """One record after the other: only one is there as an object."""
    columns = ("partition", "offset", "value", "headers")
    for batch in batches:
        arrays = [batch.column(name) for name in columns]
        for row in range(batch.num_rows):
            yield {name: array[row].as_py() for name, array in zip(columns, arrays, strict=True)}

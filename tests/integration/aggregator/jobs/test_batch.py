"""Records of the topic as Spark reads them: the plays of those that keep to the contract, and all others named."""

import uuid
from typing import Any

import msgspec
import pytest
from pyspark.sql import SparkSession

from aggregator.domain.segment import ACCOUNT
from aggregator.jobs.batch import Batch, Counts, as_marker, fault
from contracts.codec import UnreadableMessage, encode
from contracts.messages.plays import HistoryChanged
from tests.integration.aggregator.jobs.kafka_frames import columns, end_of, frame, message, plays_read, raw

IDS = (uuid.uuid4().hex, uuid.uuid4().hex)
MOMENT = 1_735_689_599_999
"""The last millisecond of 2024."""


def counts(batch: Batch) -> Counts:
    batch.plays.write.format("noop").mode("overwrite").save()
    return batch.counts()


def test_a_play_has_its_place_its_key_and_its_standing(spark: SparkSession) -> None:
    plays: list[dict[str, Any]] = [
        {"played_at": MOMENT},
        {"played_at": MOMENT + 1, "title": "😀\0" * 5000, "private": True},
    ]
    record = plays_read(IDS, 3, plays, source="account", file=2)

    first, second = Batch(frame(spark, [message(record)], first_offset=7)).plays.collect()

    assert (first.topic_partition, first.position, first.seq, first.file) == (0, 3500, 3, 2)
    assert (first.upload_id, first.person_id) == IDS
    assert (first.year, first.minute, first.source) == (2024, MOMENT // 60_000, ACCOUNT)
    assert bytes(first.identity) == MOMENT.to_bytes(16, "big")
    assert bytes(first.standing) == b"\1" + MOMENT.to_bytes(8, "big") + bytes(8)
    assert (second.position, second.year, second.title, second.private) == (3501, 2025, "😀\0" * 5000, True)


def test_what_a_batch_holds_is_counted_in_the_one_pass(spark: SparkSession) -> None:
    records = [message(plays_read(IDS, seq, [{"played_at": MOMENT}] * 3)) for seq in range(4)]
    broken = raw(b"{")

    assert counts(Batch(frame(spark, [*records, broken, message(end_of(IDS, 4))]))) == Counts(12, 1, 1)


def changed(**fields: Any) -> bytes:
    """A record of plays with other values than the contract allows."""
    record = msgspec.to_builtins(plays_read(IDS, 0, [{"played_at": MOMENT}, {"played_at": MOMENT}]))
    return msgspec.json.encode(record | fields)


def with_column(name: str, values: Any) -> bytes:
    return changed(plays=msgspec.to_builtins(columns([{"played_at": MOMENT}] * 2)) | {name: values})


UNREADABLE = {
    "no value": None,
    "no JSON": b"{",
    "no UTF-8": b'{"upload_id": "\xff"}',
    "no object": b"[]",
    "empty": b"",
    "no plays": changed(plays=None),
    "text for a number": changed(seq="1"),
    "a negative number": changed(seq=-1),
    "another id": changed(person_id="' OR 1=1"),
    "an id and a line's end": changed(upload_id="0" * 32 + "\n"),
    "another source": changed(source="radio"),
    "no play in it": changed(plays={name: [] for name in msgspec.to_builtins(columns([{"played_at": 0}]))}),
    "a column too short": with_column("title", ["one"]),
    "no moment": with_column("played_at", [MOMENT, None]),
    "a moment of text": with_column("played_at", [MOMENT, "now"]),
    "a moment before 1970": with_column("played_at", [MOMENT, -1]),
    "a moment that no year has": with_column("played_at", [MOMENT, 2**62]),
    "no playing time": with_column("ms_played", [1, None]),
    "an identity too short": with_column("identity", ["0" * 31, "0" * 32]),
    "identities of the right length together": with_column("identity", ["0" * 31, "0" * 33]),
    "an identity of other letters": with_column("identity", ["g" * 32, "0" * 32]),
    "no fingerprint": with_column("fingerprint", [None, "0" * 16]),
    "another kind": with_column("kind", ["track", "advert"]),
    "no kind": with_column("kind", ["track", None]),
}


def test_records_that_keep_to_no_contract_are_told_apart(spark: SparkSession) -> None:
    records = [raw(value) for value in UNREADABLE.values()]
    batch = Batch(frame(spark, [*records, message(plays_read(IDS, 0, [{"played_at": MOMENT}]))]))
    found = {record.offset: record for record in batch.unreadable()}

    missed = [name for offset, name in enumerate(UNREADABLE) if offset not in found]
    assert not missed
    assert len(found) == len(UNREADABLE)
    assert counts(batch) == Counts(1, 0, len(UNREADABLE))
    assert [record.value for record in found.values()] == list(UNREADABLE.values())
    assert all(fault(record) for record in found.values())
    assert found[0].headers == [("schema", b"plays-read.v1"), ("correlation_id", b"c1")]


def test_end_markers_and_what_does_not_belong_here(spark: SparkSession) -> None:
    stranger = message(HistoryChanged(person_id=IDS[1], revision=1))
    forged = message(end_of(("x", IDS[1]), 1))
    unknown = raw(encode(end_of(IDS, 1)), schema="upload-read.v2")
    unnamed = raw(encode(end_of(IDS, 1)), schema=None)
    others = list(Batch(frame(spark, [message(end_of(IDS, 2)), stranger, forged, unknown, unnamed])).others())

    assert as_marker(others[0]) == end_of(IDS, 2)
    for other in others[1:]:
        with pytest.raises(UnreadableMessage):
            as_marker(other)

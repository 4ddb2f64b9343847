"""Frames as Spark's Kafka source gives them, made of records that a test writes down."""

from collections.abc import Iterable, Sequence
from typing import Any

from pyspark.sql import DataFrame, SparkSession

from contracts.codec import encode, schema_header
from contracts.messages import Message
from contracts.messages.plays import PlayColumns, PlaysRead, UploadRead

KAFKA = (
    "key binary, value binary, topic string, partition int, offset long, timestamp timestamp, timestampType int, "
    "headers array<struct<key: string, value: binary>>"
)
OF_A_PLAY: dict[str, Any] = {
    "ms_played": 200_000, "kind": "track", "artist": "Die Nachbarn", "title": "Treppenhaus", "album": None,
    "spotify_id": None, "platform": None, "country": None, "reason_start": None, "reason_end": None, "shuffle": None,
    "skipped": None, "offline": None, "offline_at": None, "private": None,
}  # fmt: skip


def raw(value: bytes | None, schema: str | None = PlaysRead.SCHEMA) -> tuple[bytes | None, list[tuple[str, bytes]]]:
    """A value with headers, for what is no message."""
    named = [] if schema is None else [("schema", schema.encode())]
    return value, [*named, ("correlation_id", b"c1")]


def message(what: Message) -> tuple[bytes | None, list[tuple[str, bytes]]]:
    """A message with its headers."""
    return encode(what), [schema_header(what), ("correlation_id", b"c1")]


def frame(
    spark: SparkSession, records: Iterable[tuple[bytes | None, list[tuple[str, bytes]]]], first_offset: int = 0
) -> DataFrame:
    """The records as a batch of partition 0."""
    rows = [
        (b"key", value, "plays", 0, first_offset + number, None, 0, headers)
        for number, (value, headers) in enumerate(records)
    ]
    return spark.createDataFrame(rows, KAFKA).coalesce(1)


def columns(plays: Sequence[dict[str, Any]], first_row: int = 1) -> PlayColumns:
    """Plays as columns; of each one `played_at` is needed, the rest is told by it."""
    full: list[dict[str, Any]] = [
        {"row": first_row + number, "identity": f"{play['played_at']:032x}", "fingerprint": f"{number:016x}"}
        | OF_A_PLAY
        | play
        for number, play in enumerate(plays)
    ]
    return PlayColumns(**{name: [play[name] for play in full] for name in full[0]})


def plays_read(ids: tuple[str, str], seq: int, plays: Sequence[dict[str, Any]], **fields: Any) -> PlaysRead:
    """Record number `seq` of an upload; `ids` are those of upload and person."""
    told: dict[str, Any] = {"file": 0, "source": "extended", "plays": columns(plays)} | fields
    return PlaysRead(upload_id=ids[0], person_id=ids[1], seq=seq, **told)


def end_of(ids: tuple[str, str], records: int) -> UploadRead:
    """The end marker of an upload."""
    return UploadRead(upload_id=ids[0], person_id=ids[1], records=records)

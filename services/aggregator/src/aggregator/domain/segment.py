"""A segment: all plays of one person and one UTC year as one Arrow table, what the answers are computed from.

Strings are views and not dictionaries: measured over a life of 150,000 plays they reach polars in 16 ms instead of
24 ms, need no process-wide table of categories, and sort by code point as they are.
"""

import pyarrow as pa

from contracts.messages.plays import Source

SOURCES: tuple[Source, ...] = ("live", "account", "extended")
"""Where a play comes from; the place in this tuple is its rank, and the higher rank has the better row (product.md)."""

LIVE, ACCOUNT, EXTENDED = range(len(SOURCES))

SEGMENT_SCHEMA = pa.schema(
    [
        pa.field("played_at", pa.int64(), nullable=False),
        pa.field("ms_played", pa.int64(), nullable=False),
        pa.field("source", pa.int8(), nullable=False),
        pa.field("kind", pa.string_view(), nullable=False),
        pa.field("artist", pa.string_view()),
        pa.field("title", pa.string_view()),
        pa.field("album", pa.string_view()),
        pa.field("spotify_id", pa.string_view()),
        pa.field("platform", pa.string_view()),
        pa.field("country", pa.string_view()),
        pa.field("reason_start", pa.string_view()),
        pa.field("reason_end", pa.string_view()),
        pa.field("shuffle", pa.bool_()),
        pa.field("skipped", pa.bool_()),
        pa.field("offline", pa.bool_()),
        pa.field("private", pa.bool_()),
    ]
)
"""One row a play, doubles and estimates included, ordered by (played_at, identity): the same plays, the same table.

played_at   the end of the play, unix ms UTC; of account rows the start of the minute
source      rank in SOURCES: an account row knows its minute only, a live row is an estimate
others      as in contracts.messages.plays.PlayColumns
"""

_CONTIGUOUS = pa.schema(
    [field.with_type(pa.string()) if field.type == pa.string_view() else field for field in SEGMENT_SCHEMA]
)
"""The same with plain strings: views keep what they were cut from, so they are made last, from nothing but the rows."""

_OPTIONS = pa.ipc.IpcWriteOptions(compression="zstd")


class UnreadableSegment(ValueError):
    """The bytes are no segment of this version: `python -m aggregator rebuild` writes them anew."""


def encode(table: pa.Table) -> bytes:
    """The table, which has the columns of SEGMENT_SCHEMA, as Arrow IPC stream, zstd. Raises ValueError on others."""
    sink = pa.BufferOutputStream()
    whole = table.select(SEGMENT_SCHEMA.names).cast(_CONTIGUOUS).combine_chunks()
    with pa.ipc.new_stream(sink, SEGMENT_SCHEMA, options=_OPTIONS) as writer:
        writer.write_table(whole.cast(SEGMENT_SCHEMA))
    return sink.getvalue().to_pybytes()  # type: ignore[no-any-return]  # pyarrow ships no types


def decode(body: bytes) -> pa.Table:
    """A table of SEGMENT_SCHEMA from what `encode` gave. Raises UnreadableSegment."""
    try:
        with pa.ipc.open_stream(body) as reader:
            table = reader.read_all()
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableSegment(str(error)) from error
    if table.schema != SEGMENT_SCHEMA:
        raise UnreadableSegment(f"unknown columns {table.schema.names}")
    return table

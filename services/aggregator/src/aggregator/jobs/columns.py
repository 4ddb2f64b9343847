"""The columns of a play on its way through Spark: what the record says, and what the tables hold."""

from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

_TEXT, _LONG, _FLAG = StringType(), LongType(), BooleanType()

TEXTS = ("artist", "title", "album", "spotify_id", "platform", "country", "reason_start", "reason_end")
FLAGS = ("shuffle", "skipped", "offline", "private")

CONTENT: tuple[str, ...] = ("source", "played_at", "ms_played", "kind", *TEXTS, *FLAGS, "offline_at")
"""What the better row of one identity replaces."""

REQUIRED: dict[str, DataType] = {
    "identity": _TEXT,
    "fingerprint": _TEXT,
    "played_at": _LONG,
    "ms_played": _LONG,
    "kind": _TEXT,
}
OPTIONAL: dict[str, DataType] = {**dict.fromkeys(TEXTS, _TEXT), **dict.fromkeys(FLAGS, _FLAG), "offline_at": _LONG}

CORRUPT = "corrupt"

RECORD = StructType(
    [
        StructField("upload_id", _TEXT),
        StructField("person_id", _TEXT),
        StructField("seq", IntegerType()),
        StructField("file", IntegerType()),
        StructField("source", _TEXT),
        StructField(
            "plays", StructType([StructField(name, ArrayType(kind)) for name, kind in {**REQUIRED, **OPTIONAL}.items()])
        ),
        StructField(CORRUPT, _TEXT),
    ]
)
"""`plays-read.v1` (contracts.messages.plays) as a JSON schema; `row` is of no use here."""

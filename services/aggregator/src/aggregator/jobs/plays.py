"""The plays in a batch of records, one row each, as `stage_plays` holds them."""

from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F  # noqa: N812  # Spark's own name for it

from aggregator.domain.segment import EXTENDED
from aggregator.jobs.columns import CONTENT, OPTIONAL, REQUIRED
from contracts.messages.plays import MAX_PLAYS_PER_RECORD


def plays(records: DataFrame) -> DataFrame:
    """The plays of the valid records that `records.parse` gave: place, key, standing, content and who brought it.

    `position` orders the plays of one partition as they stand in the topic. `standing` is 17 bytes, the smaller the
    better (product.md, "The better row wins"): the higher rank first, then the earlier moment, then the fingerprint.
    """
    columns = [F.col(f"plays.{name}") for name in (*REQUIRED, *OPTIONAL)]
    index = F.sequence(F.lit(0), F.size("plays.identity") - 1).alias("index")
    place = ("partition", "offset", "upload_id", "person_id", "seq", "file", "source")
    exploded = records.where("valid").select(*place, F.inline(F.arrays_zip(*columns, index)))
    return exploded.select(
        F.col("partition").alias("topic_partition"),
        (F.col("offset") * MAX_PLAYS_PER_RECORD + F.col("index")).alias("position"),
        "person_id",
        F.year(F.timestamp_millis("played_at")).alias("year"),
        F.expr("CAST(played_at DIV 60000 AS INT)").alias("minute"),
        F.unhex("identity").alias("identity"),
        _standing().alias("standing"),
        *CONTENT,
        "upload_id",
        "seq",
        "file",
    )


def _standing() -> Column:
    rank = F.lpad(F.hex(F.lit(EXTENDED) - F.col("source")), 2, "0")
    moment = F.lpad(F.hex("played_at"), 16, "0")
    return F.unhex(F.concat(rank, moment, F.col("fingerprint")))

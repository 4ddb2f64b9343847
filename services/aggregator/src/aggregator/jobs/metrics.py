"""The figures of the stream, counted in the driver from what the tasks tell."""

from collections.abc import Mapping

from prometheus_client import Counter, Histogram

from aggregator.jobs.outcomes import Counts

STEP_SECONDS = Histogram(
    "aggregator_step_seconds",
    "Duration of one step of a batch",
    ["step"],
    buckets=(0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30),
)
PLAYS = Counter("aggregator_plays", "Plays in records that were not durable before, by what they were", ["what"])
RECORDS = Counter("aggregator_records", "Records of the topic, by what they were", ["what"])
SEGMENTS = Counter("aggregator_segments_written", "Segments written")


def count(counts: Counts) -> None:
    """Count what came of one person."""
    for what, plays in (("new", counts.new), ("improved", counts.bettered), ("known", counts.known)):
        PLAYS.labels(what).inc(plays)
    RECORDS.labels("stored").inc(counts.records)
    RECORDS.labels("replayed").inc(counts.replayed)
    SEGMENTS.inc(counts.segments)


def observe(ms: Mapping[str, int]) -> None:
    """Keep how long the steps took."""
    for step, duration in ms.items():
        STEP_SECONDS.labels(step).observe(duration / 1000)

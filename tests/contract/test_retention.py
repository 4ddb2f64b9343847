"""What Kafka holds of a person is gone within 72 hours, raw uploads within 24: by the topics as they are created."""

import pytest
from aiokafka.admin import NewTopic

from contracts.topics import DLQ_SUFFIX, Topic, load_topics
from stack.topics import wanted_topics

HOUR_MS = 3_600_000
CHECKED_EVERY_MS = 5 * 60_000
"""Kafka's own `log.retention.check.interval.ms`; no broker of ours looks less often."""
DELETED_AFTER_MS = 60_000
"""Kafka's own `file.delete.delay.ms`."""
WANTED = wanted_topics(load_topics().values())


@pytest.mark.parametrize("topic", WANTED, ids=lambda topic: topic.name)
def test_a_record_is_off_the_disk_in_time(topic: NewTopic) -> None:
    """A segment goes as a whole, when its newest record is old enough: its oldest may be `segment.ms` older."""
    config = topic.topic_configs
    longest = int(config["retention.ms"]) + int(config["segment.ms"]) + CHECKED_EVERY_MS + DELETED_AFTER_MS
    allowed = 24 if topic.name.removesuffix(DLQ_SUFFIX) == Topic.UPLOAD_CHUNKS else 72
    assert longest <= allowed * HOUR_MS
    assert "delete" in config["cleanup.policy"].split(","), "compaction alone keeps the newest record of a key for ever"


def test_every_dead_letter_queue_is_among_them() -> None:
    names = {topic.name for topic in WANTED}
    assert {spec.dlq_name for spec in load_topics().values() if spec.dlq} <= names

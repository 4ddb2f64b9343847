"""The topics' files hold together with each other and with the code."""

import re

import pytest

from contracts.messages import MESSAGES
from contracts.topics import TOPICS_FOLDER, Topic, TopicSpec, load_topics

SERVICES = {"auth", "uploader", "aggregator", "enricher", "gateway"}
TOPICS = list(load_topics().values())
ONE_MIB = 1024 * 1024


def test_every_topic_of_the_code_has_a_file_and_the_other_way_round() -> None:
    assert set(load_topics()) == {str(topic) for topic in Topic}
    assert {file.stem for file in TOPICS_FOLDER.glob("*.yaml")} == set(load_topics())


def test_every_message_travels_somewhere_and_every_named_message_exists() -> None:
    assert {name for spec in TOPICS for name in spec.messages} == set(MESSAGES)


@pytest.mark.parametrize("spec", TOPICS, ids=lambda spec: spec.topic)
def test_topic(spec: TopicSpec) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", spec.topic), "dots and underscores collide in Kafka's metrics"
    assert spec.description
    assert spec.key
    assert spec.partitions >= 1
    assert {spec.owner, *spec.producers, *spec.consumers} <= SERVICES
    assert spec.owner in {*spec.producers, *spec.consumers}
    kept = int(spec.config["retention.ms"]) + int(spec.config["segment.ms"])  # a record goes with its whole segment
    longest = (24 if spec.topic == Topic.UPLOAD_CHUNKS else 72) * 3_600_000
    assert 0 < kept <= longest, "what Kafka holds of a person expires within 72 hours, raw uploads within 24"
    assert int(spec.config.get("max.message.bytes", ONE_MIB)) <= 8 * ONE_MIB
    assert set(spec.config["cleanup.policy"].split(",")) <= {"compact", "delete"}


def test_versions_have_no_holes() -> None:
    versions: dict[str, set[int]] = {}
    for name in MESSAGES:
        base, version = name.rsplit(".v", 1)
        versions.setdefault(base, set()).add(int(version))
    assert all(found == set(range(min(found), max(found) + 1)) for found in versions.values())

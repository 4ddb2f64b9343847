"""Kafka on a cluster, from the contract: its topics, and for each service a user with the least rights."""

from collections.abc import Iterable
from typing import Any

from contracts.topics import Topic, TopicSpec
from stack.topics import wanted_topics

SERVICES = ("auth", "uploader", "aggregator", "enricher", "gateway")

# Kafka's own names for what a client does.
READ = ("Describe", "Read")
WRITE = ("Describe", "Write")
DELETES = {"uploader": (Topic.UPLOAD_CHUNKS,)}
"""Who removes records before they expire: the uploader, when an import has ended."""
MORE_GROUPS = {"aggregator": ("spark-kafka-",)}
"""How groups are called besides by the service's name: Spark gives its own names."""


def topics(contract: Iterable[TopicSpec]) -> dict[str, Any]:
    """Every topic and dead-letter queue by name, with partitions and configuration."""
    return {
        topic.name: {"partitions": topic.num_partitions, "config": dict(topic.topic_configs)}
        for topic in wanted_topics(contract)
    }


def users(contract: Iterable[TopicSpec]) -> dict[str, Any]:
    """For each service the access control list of its user, in the words of Strimzi's KafkaUser."""
    specs = list(contract)
    return {service: _rights(service, specs) for service in SERVICES}


def _rights(service: str, specs: Iterable[TopicSpec]) -> list[dict[str, Any]]:
    rights: dict[str, set[str]] = {}
    for spec in specs:
        if service in spec.consumers:
            rights.setdefault(spec.topic, set()).update(READ)
            if spec.dlq:  # what a reader cannot read it puts there
                rights.setdefault(spec.dlq_name, set()).update(WRITE)
        if service in spec.producers:
            rights.setdefault(spec.topic, set()).update(WRITE)
    for topic in DELETES.get(service, ()):
        rights[topic].add("Delete")
    of_topics = [_rule("topic", topic, "literal", operations) for topic, operations in sorted(rights.items())]
    groups = (service, *MORE_GROUPS.get(service, ()))
    return of_topics + [_rule("group", group, "prefix", READ) for group in groups]


def _rule(kind: str, name: str, pattern: str, operations: Iterable[str]) -> dict[str, Any]:
    resource = {"type": kind, "name": str(name), "patternType": pattern}
    return {"resource": resource, "operations": sorted(operations)}

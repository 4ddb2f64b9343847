"""Kafka on a cluster is what the contract says: topics, partitions, and who may read and write what."""

from contracts.topics import load_topics
from stack.topics import wanted_topics
from tests.charts.rendering import PROFILES, SERVICES, Object


def of_kind(objects: list[Object], kind: str) -> dict[str, Object]:
    return {each["metadata"]["name"]: each["spec"] for each in objects if each["kind"] == kind}


def test_topics_are_those_of_the_contract(whole: dict[str, list[Object]]) -> None:
    wanted = {
        topic.name: (topic.num_partitions, topic.topic_configs) for topic in wanted_topics(load_topics().values())
    }
    for profile in ("laptop", "cluster"):
        there = of_kind(whole[profile], "KafkaTopic")
        assert {name: (spec["partitions"], spec["config"]) for name, spec in there.items()} == wanted


def test_each_service_may_what_the_contract_says_and_no_more(whole: dict[str, list[Object]]) -> None:
    users = of_kind(whole["laptop"], "KafkaUser")
    assert set(users) == set(SERVICES)
    for service, spec in users.items():
        rights = {
            (acl["resource"]["name"], operation)
            for acl in spec["authorization"]["acls"]
            if acl["resource"]["type"] == "topic"
            for operation in acl["operations"]
        }
        assert {name for name, operation in rights if operation == "Read"} == {
            topic.topic for topic in load_topics().values() if service in topic.consumers
        }
        assert {name for name, operation in rights if operation == "Write"} == {
            *(topic.topic for topic in load_topics().values() if service in topic.producers),
            *(topic.dlq_name for topic in load_topics().values() if topic.dlq and service in topic.consumers),
        }
        assert {name for name, operation in rights if operation not in {"Read", "Write", "Describe"}} == (
            {"upload-chunks"} if service == "uploader" else set()
        )


def test_no_more_replicas_than_partitions(whole: dict[str, list[Object]]) -> None:
    fewest = {
        service: min(
            (topic.partitions for topic in load_topics().values() if service in topic.consumers), default=len(SERVICES)
        )
        for service in SERVICES
        if service != "gateway"  # each of them reads everything
    }
    for profile in PROFILES:
        deployments, scaled = of_kind(whole[profile], "Deployment"), of_kind(whole[profile], "ScaledObject")
        for service, partitions in fewest.items():
            assert deployments[service].get("replicas", 1) <= partitions
        for service, spec in scaled.items():
            topics = {trigger["metadata"]["topic"] for trigger in spec["triggers"]}
            assert spec["maxReplicaCount"] <= min(load_topics()[topic].partitions for topic in topics)
            assert all(service in load_topics()[topic].consumers for topic in topics)


def test_there_are_as_many_copies_as_brokers_up_to_three(whole: dict[str, list[Object]]) -> None:
    for profile, brokers in (("laptop", 1), ("cluster", 3)):
        assert of_kind(whole[profile], "KafkaNodePool")["nodes"]["replicas"] == brokers
        assert {spec["replicas"] for spec in of_kind(whole[profile], "KafkaTopic").values()} == {brokers}

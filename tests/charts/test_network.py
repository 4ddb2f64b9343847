"""The ways between pods are those of the architecture's picture, and each is named at both of its ends."""

from collections.abc import Sequence
from typing import Any

from tests.charts.rendering import SERVICES, Object

Way = tuple[str, str, int]

DRIVER, EXECUTOR, OUTSIDE, API = "aggregator/stream", "aggregator/executor", "outside", "API server"
PRIVATE = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"}
# docs/architecture.md: services speak to each other only through Kafka; each has its store; the gateway alone is public
PICTURE: set[Way] = {
    *((service, "kafka", 9092) for service in SERVICES),
    *((service, "mariadb", 3306) for service in SERVICES),
    ("gateway", "redis", 6379),
    ("ingress-nginx", "gateway", 8080),
    *((service, "outside", 443) for service in ("auth", "enricher")),
    # Spark: checkpoints, the executors that a driver asks for, and their talk
    (DRIVER, "hdfs-nn", 9000),
    (DRIVER, "hdfs-dn", 9866),
    ("hdfs-dn", "hdfs-nn", 9000),
    *(("hdfs-dn", "hdfs-dn", port) for port in (9866, 9867)),
    (DRIVER, EXECUTOR, 7079),
    (EXECUTOR, DRIVER, 7078),
    (EXECUTOR, DRIVER, 7079),
    (EXECUTOR, EXECUTOR, 7079),
    *((DRIVER, API, port) for port in (443, 6443, 8443)),
}
# Strimzi writes the policies of its own pods' doors; its cluster's own affairs
STRIMZI = {
    *(("strimzi:nachklang", "strimzi:nachklang", port) for port in (9090, 9091, 9092)),
    *(("strimzi:nachklang", API, port) for port in (443, 6443, 8443)),
}


def test_ways_out(whole: dict[str, list[Object]]) -> None:
    for profile in ("laptop", "cluster"):
        out = ways(whole[profile], "egress")
        assert out == {way for way in PICTURE if way[0] != "ingress-nginx"} | STRIMZI


def test_ways_in(whole: dict[str, list[Object]]) -> None:
    for profile in ("laptop", "cluster"):
        objects = whole[profile]
        kafka = next(each for each in objects if each["kind"] == "Kafka")["spec"]["kafka"]["listeners"][0]
        peers = {(_peer(peer), "kafka", kafka["port"]) for peer in kafka["networkPolicyPeers"]}
        inside = {way for way in PICTURE if way[1] not in {OUTSIDE, API}}
        keda = {("keda", "kafka", 9092)} if profile == "cluster" else set()
        assert ways(objects, "ingress") | peers == inside | keda


def test_everything_else_is_denied(whole: dict[str, list[Object]]) -> None:
    for objects in whole.values():
        deny = next(each for each in objects if each["metadata"]["name"] == "default-deny")["spec"]
        assert deny["podSelector"] == {} and set(deny["policyTypes"]) == {"Ingress", "Egress"}
        assert "ingress" not in deny
        (names,) = deny["egress"]
        assert {port["port"] for port in names["ports"]} == {53}


def ways(objects: list[Object], direction: str) -> set[Way]:
    """Who reaches whom on which port, by the policies of one direction."""
    found: set[Way] = set()
    for each in objects:
        if each["kind"] != "NetworkPolicy" or each["metadata"]["name"] == "default-deny":
            continue
        this = _pods(each["spec"]["podSelector"])
        for rule in each["spec"].get(direction, []):
            others = [_peer(peer) for peer in rule.get("to" if direction == "egress" else "from", [])]
            for other in others:
                for port in rule["ports"]:
                    pair = (this, other) if direction == "egress" else (other, this)
                    found.add((*pair, port["port"]))
    return found


def _peer(peer: dict[str, Any]) -> str:
    if "ipBlock" in peer:
        return _block(**{key.replace("except", "without"): value for key, value in peer["ipBlock"].items()})
    if "namespaceSelector" in peer:
        return str(peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"])
    return _pods(peer["podSelector"])


def _block(cidr: str, without: Sequence[str] = ()) -> str:
    """The internet is all but the private networks; the API server is somewhere in these."""
    if cidr == "0.0.0.0/0" and set(without) == PRIVATE:
        return OUTSIDE
    return API if cidr in PRIVATE and not without else cidr


def _pods(selector: dict[str, Any]) -> str:
    labels = selector["matchLabels"]
    if "strimzi.io/cluster" in labels:
        return f"strimzi:{labels['strimzi.io/cluster']}"
    component = labels.get("app.kubernetes.io/component")
    return str(labels["app.kubernetes.io/name"]) + (f"/{component}" if component else "")

"""Replicas stand on nodes of their own where there are enough; where not, a roll-out and a drained node still go on."""

from tests.charts.rendering import SERVICES, Object, named

ON_A_NODE = "kubernetes.io/hostname"


def test_replicas_prefer_nodes_of_their_own(whole: dict[str, list[Object]]) -> None:
    workloads = [*(("Deployment", service) for service in SERVICES), ("StatefulSet", "nachklang-hadoop-hdfs-dn")]
    for kind, name in workloads:
        template = named(whole["cluster"], kind, name)["spec"]["template"]
        (preferred,) = template["spec"]["affinity"]["podAntiAffinity"][
            "preferredDuringSchedulingIgnoredDuringExecution"
        ]
        assert preferred["podAffinityTerm"]["topologyKey"] == ON_A_NODE
        wanted = preferred["podAffinityTerm"]["labelSelector"]["matchLabels"].items()
        assert wanted <= template["metadata"]["labels"].items(), "its own pods are meant"


def test_no_replica_waits_for_a_node_of_its_own(whole: dict[str, list[Object]]) -> None:
    for objects in whole.values():
        for each in objects:
            if each["kind"] in {"Deployment", "StatefulSet"}:
                affinity = each["spec"]["template"]["spec"].get("affinity", {}).get("podAntiAffinity", {})
                assert "requiredDuringSchedulingIgnoredDuringExecution" not in affinity, each["metadata"]["name"]

"""The laptop: the scheduler has no more to give than a minikube of two CPUs and 7000 MB, and everything fits."""

from typing import Any

import yaml

from stack.probes import wait_until
from tests.cluster.kubectl import apply, get, kubectl
from tests.cluster.node.budget import ABSENT, LAPTOP_MIB, LAPTOP_MILLICPU
from tests.cluster.node.layout import NAME, NAMESPACE
from tests.cluster.pods import IN

PATIENCE_SECONDS = 30.0


def test_the_node_gives_what_the_laptop_leaves(node: None) -> None:
    allocatable = get("node", NAME)["status"]["allocatable"]
    absent_cpu, absent_mib = (sum(part) for part in zip(*ABSENT.values(), strict=True))
    assert millicpu(allocatable["cpu"]) == LAPTOP_MILLICPU - absent_cpu
    assert abs(mib(allocatable["memory"]) - (LAPTOP_MIB - absent_mib - 100)) < 2, "and 100 MiB of the kubelet's own"


async def test_a_pod_that_is_over_the_budget_stays_pending(nachklang: str) -> None:
    left = millicpu(get("node", NAME)["status"]["allocatable"]["cpu"]) - asked_for()
    assert left >= 0
    apply(yaml.safe_dump(pod_asking(f"{left + 1}m")))
    try:

        async def refused() -> bool:
            conditions = get("pod", "too-much", IN)["status"].get("conditions", [])
            return any(c["reason"] == "Unschedulable" and "Insufficient cpu" in c["message"] for c in conditions)

        assert await wait_until(refused, PATIENCE_SECONDS)
        assert get("pod", "too-much", IN)["status"]["phase"] == "Pending"
    finally:
        kubectl("delete", "pod", "too-much", IN)


def asked_for() -> int:
    """What all pods on the node ask for, in thousandths of a CPU."""
    running = [pod for pod in get("pods", "--all-namespaces") if pod["status"]["phase"] in {"Running", "Pending"}]
    containers = [container for pod in running for container in pod["spec"]["containers"]]
    return sum(millicpu(container["resources"].get("requests", {}).get("cpu", "0")) for container in containers)


def pod_asking(cpu: str) -> dict[str, Any]:
    """A pod that would do nothing."""
    container = {
        "name": "nothing",
        "image": "registry.k8s.io/pause:3.10",
        "resources": {"requests": {"cpu": cpu}},
        "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
    }
    security = {"runAsNonRoot": True, "runAsUser": 10001, "seccompProfile": {"type": "RuntimeDefault"}}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": "too-much", "namespace": NAMESPACE},
        "spec": {"securityContext": security, "containers": [container]},
    }


def millicpu(quantity: str) -> int:
    """`1150m` or `2`."""
    return int(quantity[:-1]) if quantity.endswith("m") else 1000 * int(quantity)


def mib(quantity: str) -> int:
    """`6000000Ki`."""
    return int(quantity.removesuffix("Ki")) // 1024

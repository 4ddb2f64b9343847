"""The laptop that everything has to fit: the scheduler gives away no more than a minikube of that size leaves."""

import os
from pathlib import Path

LAPTOP_MILLICPU = 2000
LAPTOP_MIB = 7000

# What asks for its share on a laptop and does not run here: requests of the programs' own manifests.
ABSENT: dict[str, tuple[int, int]] = {
    "etcd, API server, controllers and scheduler of minikube": (650, 100),
    "CoreDNS of minikube": (100, 70),
    "ingress-nginx": (100, 90),
    "calico, which enforces network policies": (250, 0),
    "Kafka's operator": (200, 384),
}


def reserved() -> dict[str, str]:
    """What the kubelet has to hold back of this machine so that the laptop's remains.

    Raises ValueError where the machine is smaller than the laptop.
    """
    millicpu = 1000 * (os.cpu_count() or 1) - LAPTOP_MILLICPU
    mib = _machine_mib() - LAPTOP_MIB
    if millicpu < 0 or mib < 0:
        raise ValueError(f"the node stands for a laptop of 2 cores and {LAPTOP_MIB} MiB: this machine is smaller")
    return {
        "cpu": f"{millicpu + sum(cpu for cpu, _ in ABSENT.values())}m",
        "memory": f"{mib + sum(memory for _, memory in ABSENT.values())}Mi",
    }


def _machine_mib() -> int:
    (line,) = (line for line in Path("/proc/meminfo").read_text().splitlines() if line.startswith("MemTotal:"))
    return int(line.split()[1]) // 1024

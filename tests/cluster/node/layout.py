"""Where the node keeps what, and its addresses."""

from pathlib import Path

from tests.cluster.tools.store import CACHE

NAME = "node1"
NAMESPACE = "nachklang"  # of whom does not name one
NETWORK = "nachklang-node"  # the network namespace
HOST_LINK, NODE_LINK = "nachklang0", "node0"  # a cable between the machine and the node
HOST_IP, NODE_IP = "10.99.0.1", "10.99.0.2"
PODS = "10.244.0.0/24"
SERVICES = "10.96.0.0/16"
FIRST_SERVICE = "10.96.0.1"  # the API server's
DOMAIN = "cluster.local"
API_PORT = 6443
REGISTRY = f"{NODE_IP}:5000"

CLUSTER = CACHE / "cluster"
STATE = CLUSTER / "node"
"""One life of the node: made at `up`, removed at `down`."""
CONTAINERD = CLUSTER / "containerd"
IMAGES = CLUSTER / "registry"
"""Both outlive it: what was pulled and built need not be so again."""

KUBECONFIG = STATE / "kubeconfig"
FIRST_PROCESS = STATE / "first.pid"
LOGS = STATE / "logs"
VOLUMES = STATE / "volumes"


def log(name: str) -> Path:
    """What a program of the node has printed."""
    return LOGS / f"{name}.log"

"""The programs of the node, and how each is called."""

from pathlib import Path

from stack.programs import find_program
from tests.cluster.node import certificates, configuration
from tests.cluster.node.layout import API_PORT, DOMAIN, KUBECONFIG, NAME, NODE_IP, SERVICES, STATE
from tests.cluster.tools import path

ETCD = "http://127.0.0.1:2379"
Command = tuple[str, ...]


def before_the_api() -> dict[str, Command]:
    """What does not ask the API server, by name."""
    return {
        "etcd": (
            *_kube("etcd"),
            *("--data-dir", str(STATE / "etcd"), "--unsafe-no-fsync", "--log-level=warn"),
            *("--listen-client-urls", ETCD, "--advertise-client-urls", ETCD),
            *("--listen-peer-urls", "http://127.0.0.1:2380"),
        ),
        "registry": (find_program("docker-registry", "docker-registry"), "serve", str(configuration.REGISTRY_FILE)),
        "containerd": (find_program("containerd", "containerd"), "-c", str(configuration.CONTAINERD_FILE)),
        "kube-apiserver": (
            *_kube("kube-apiserver"),
            f"--etcd-servers={ETCD}",
            f"--secure-port={API_PORT}",
            f"--advertise-address={NODE_IP}",
            f"--tls-cert-file={certificates.SERVER}",
            f"--tls-private-key-file={certificates.SERVER_KEY}",
            f"--client-ca-file={certificates.AUTHORITY}",
            f"--service-account-key-file={certificates.TOKEN_KEY}",
            f"--service-account-signing-key-file={certificates.TOKEN_KEY}",
            f"--service-account-issuer=https://kubernetes.default.svc.{DOMAIN}",
            f"--service-cluster-ip-range={SERVICES}",
            f"--token-auth-file={configuration.TOKENS}",
            "--authorization-mode=Node,RBAC",
            "--allow-privileged=true",
            "--kubelet-preferred-address-types=InternalIP",
        ),
    }


def after_the_api() -> dict[str, Command]:
    """What asks the API server, by name."""
    known = [
        f"--{name}={KUBECONFIG}" for name in ("kubeconfig", "authentication-kubeconfig", "authorization-kubeconfig")
    ]
    alone = ["--leader-elect=false", "--bind-address=127.0.0.1"]
    return {
        "kube-controller-manager": (
            *_kube("kube-controller-manager"),
            *(*known, *alone),
            f"--service-account-private-key-file={certificates.TOKEN_KEY}",
            f"--root-ca-file={certificates.AUTHORITY}",
            "--use-service-account-credentials=true",
        ),
        "kube-scheduler": (*_kube("kube-scheduler"), *known, *alone),
        "kubelet": (
            *_kube("kubelet"),
            f"--kubeconfig={KUBECONFIG}",
            f"--config={configuration.KUBELET}",
            f"--root-dir={STATE / 'kubelet'}",
            f"--hostname-override={NAME}",
            f"--node-ip={NODE_IP}",
        ),
        "kube-proxy": (*_kube("kube-proxy"), f"--config={configuration.PROXY}"),
        "coredns": (str(path("coredns")), "-conf", str(configuration.NAMES)),
    }


def _kube(program: str) -> Command:
    hyperkube: Path = path("hyperkube")
    return (str(hyperkube), program)

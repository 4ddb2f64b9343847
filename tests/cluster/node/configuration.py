"""The configuration files of the node's programs."""

import json
import secrets
from pathlib import Path
from typing import Any

import yaml

from stack.programs import find_program
from tests.cluster.node import budget, certificates
from tests.cluster.node.layout import (
    API_PORT,
    CONTAINERD,
    DOMAIN,
    IMAGES,
    KUBECONFIG,
    NAME,
    NAMESPACE,
    NODE_IP,
    PODS,
    REGISTRY,
    STATE,
)

TOKENS = STATE / "tokens.csv"
KUBELET = STATE / "kubelet.yaml"
PROXY = STATE / "proxy.yaml"
NAMES = STATE / "Corefile"
CONTAINERD_FILE = STATE / "containerd.toml"
REGISTRY_FILE = STATE / "registry.yaml"
SOCKET = STATE / "containerd.sock"
PAUSE = "registry.k8s.io/pause:3.10"
_PLUGINS = STATE / "cni"
_MIRRORS = STATE / "mirrors"


def write() -> None:
    """All of them."""
    token = secrets.token_hex(16)
    TOKENS.write_text(f"{token},admin,admin,system:masters\n")
    _yaml(KUBECONFIG, _kubeconfig(token))
    _yaml(KUBELET, _kubelet())
    _yaml(PROXY, _proxy())
    _yaml(REGISTRY_FILE, _registry())
    NAMES.write_text(_COREFILE)
    CONTAINERD_FILE.write_text(_containerd())
    _PLUGINS.mkdir()
    (_PLUGINS / "10-pods.conflist").write_text(json.dumps(_network()))
    for upstream in ("docker.io", "registry.k8s.io", REGISTRY):
        (_MIRRORS / upstream).mkdir(parents=True)
        (_MIRRORS / upstream / "hosts.toml").write_text(_MIRROR)


def _kubeconfig(token: str) -> dict[str, Any]:
    cluster = {"server": f"https://{NODE_IP}:{API_PORT}", "certificate-authority": str(certificates.AUTHORITY)}
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": "node", "cluster": cluster}],
        "users": [{"name": "admin", "user": {"token": token}}],
        "contexts": [{"name": "node", "context": {"cluster": "node", "user": "admin", "namespace": NAMESPACE}}],
        "current-context": "node",
    }


def _kubelet() -> dict[str, Any]:
    return {
        "apiVersion": "kubelet.config.k8s.io/v1beta1",
        "kind": "KubeletConfiguration",
        "address": "0.0.0.0",  # noqa: S104 - of the node's own network
        "authentication": {"anonymous": {"enabled": True}, "webhook": {"enabled": False}},
        "authorization": {"mode": "AlwaysAllow"},
        "cgroupDriver": "cgroupfs",
        "failCgroupV1": False,
        "failSwapOn": False,
        "cgroupsPerQOS": True,
        "enforceNodeAllocatable": ["none"],  # the scheduler counts, the machine itself is not fenced in
        "systemReserved": budget.reserved(),
        "imagePullCredentialsVerificationPolicy": "NeverVerify",  # else an image under two names is pulled twice
        "imageGCHighThresholdPercent": 100,
        "evictionHard": {"memory.available": "100Mi", "nodefs.available": "1%", "imagefs.available": "1%"},
        "clusterDNS": [NODE_IP],
        "clusterDomain": DOMAIN,
        "resolvConf": "",
        "containerRuntimeEndpoint": f"unix://{SOCKET}",
    }


def _proxy() -> dict[str, Any]:
    return {
        "apiVersion": "kubeproxy.config.k8s.io/v1alpha1",
        "kind": "KubeProxyConfiguration",
        "mode": "nftables",
        "clientConnection": {"kubeconfig": str(KUBECONFIG)},
        "clusterCIDR": PODS,
        "hostnameOverride": NAME,
        # these are the machine's, not the node's: let them be
        "conntrack": {"maxPerCore": 0, "min": 0, "tcpEstablishedTimeout": "0s", "tcpCloseWaitTimeout": "0s"},
    }


def _registry() -> dict[str, Any]:
    return {
        "version": 0.1,
        "log": {"level": "warn"},
        "storage": {"filesystem": {"rootdirectory": str(IMAGES)}},
        "http": {"addr": f"{NODE_IP}:{REGISTRY.partition(':')[2]}"},
    }


def _network() -> dict[str, Any]:
    """Each pod on a cable of its own to the node; no way from there to anywhere else."""
    addresses = {
        "type": "host-local",
        "ranges": [[{"subnet": PODS}]],
        "routes": [{"dst": "0.0.0.0/0"}],
        "dataDir": str(STATE / "addresses"),
    }
    return {"cniVersion": "0.4.0", "name": "pods", "plugins": [{"type": "ptp", "ipMasq": False, "ipam": addresses}]}


def _containerd() -> str:
    # without CAP_SYS_RESOURCE, as in a container, nothing starts unless scores of the memory killer are only raised
    return f"""\
version = 2
root = "{CONTAINERD}"
state = "{STATE}/containerd"
[grpc]
  address = "{SOCKET}"
[plugins."io.containerd.grpc.v1.cri"]
  restrict_oom_score_adj = true
  sandbox_image = "{PAUSE}"
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "{_MIRRORS}"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      BinaryName = "{find_program("runc", "runc")}"
      SystemdCgroup = false
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "{_PLUGINS}"
"""


# Everything that the node pulls comes from its own registry, under whatever name.
_MIRROR = f"""\
server = "http://{REGISTRY}"
[host."http://{REGISTRY}"]
  capabilities = ["pull", "resolve"]
"""

_COREFILE = f"""\
.:53 {{
    errors
    kubernetes {DOMAIN} in-addr.arpa {{
        kubeconfig {KUBECONFIG}
    }}
    cache 5
}}
"""


def _yaml(path: Path, content: dict[str, Any]) -> None:
    path.touch(mode=0o600)
    path.write_text(yaml.safe_dump(content))

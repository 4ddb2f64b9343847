"""From nothing to a node that charts can be deployed to."""

import os

import yaml

from tests.cluster.images import bases, stand_ins
from tests.cluster.kubectl import apply
from tests.cluster.machine import install_packages
from tests.cluster.node.layout import CLUSTER, KUBECONFIG, REGISTRY, VOLUMES
from tests.cluster.node.up import up
from tests.cluster.tools import definitions_of_others, path

PROGRAMS = ("kubectl", "helm", "skaffold")
VOLUME_COUNT = 12
VOLUME_SIZE = "4Gi"


def environment() -> dict[str, str]:
    """What a program needs to find the node, and the programs for it."""
    found = [str(path(program).parent) for program in PROGRAMS]
    return {
        "KUBECONFIG": str(KUBECONFIG),
        "PATH": os.pathsep.join([*dict.fromkeys(found), os.environ.get("PATH", os.defpath)]),
        "SKAFFOLD_DEFAULT_REPO": REGISTRY,
        "SKAFFOLD_CACHE_FILE": str(CLUSTER / "skaffold-cache"),
        "SKAFFOLD_UPDATE_CHECK": "false",
    }


def ready() -> None:
    """Bring the node up, with all that a cluster would have before somebody deploys to it."""
    install_packages()
    bases.make()
    stand_ins.build()
    up()
    stand_ins.push()
    apply(*(file.read_text() for file in definitions_of_others()), _volumes())


def _volumes() -> str:
    """Volumes for whoever asks: here no class makes them."""
    documents = []
    for number in range(VOLUME_COUNT):
        folder = VOLUMES / str(number)
        folder.mkdir(parents=True)
        folder.chmod(0o777)
        spec = {
            "capacity": {"storage": VOLUME_SIZE},
            "accessModes": ["ReadWriteOnce"],
            "hostPath": {"path": str(folder)},
        }
        metadata = {"name": f"volume-{number}"}
        documents.append({"apiVersion": "v1", "kind": "PersistentVolume", "metadata": metadata, "spec": spec})
    return yaml.safe_dump_all(documents)

"""Building the stand-ins, and bringing them into the node's registry under the names that charts have."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from stack.layout import JARS
from stack.programs import find_program
from stack.setup import jars
from tests.cluster.images import buildah
from tests.cluster.node.configuration import SOCKET

RECIPES = Path(__file__).parent


def _nothing(_: Path) -> None:
    """The recipe's own files are enough."""


def _busybox(context: Path) -> None:
    shutil.copy2(find_program("busybox", "busybox-static"), context / "busybox")


def _jars(module: str) -> Callable[[Path], None]:
    def copy(context: Path) -> None:
        jars.build([module])
        shutil.copytree(JARS / module, context / "jars")

    return copy


# The name of the image, the folder of its recipe, and what that needs beside its own files.
STAND_INS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "registry.k8s.io/pause:3.10": ("pause", _busybox),
    "docker.io/library/redis:7-alpine": ("redis", _nothing),
    "docker.io/library/mariadb:11.4": ("mariadb", _nothing),
    "docker.io/apache/kafka:4.3.1": ("kafka", _jars("kafka")),
    "docker.io/apache/hadoop:3.4.1": ("hadoop", _jars("hadoop")),
}


def build() -> None:
    """Build each, or nothing where nothing changed."""
    for image, (recipe, prepare) in STAND_INS.items():
        with TemporaryDirectory() as place:
            context = Path(place) / "context"
            shutil.copytree(RECIPES / recipe, context)
            prepare(context)
            buildah.build(image, context)


def push() -> None:
    """Bring them to the node, which must be up, and let it forget what it pulled under these names before."""
    for image in STAND_INS:
        buildah.push(image)
    ctr = [find_program("ctr", "containerd"), "--address", str(SOCKET), "--namespace", "k8s.io"]
    subprocess.run([*ctr, "images", "remove", *STAND_INS], check=True, capture_output=True)

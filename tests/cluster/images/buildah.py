"""buildah, with a store of its own outside the checkout, so that layers are kept from one run to the next."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from stack.programs import find_program
from tests.cluster.node.layout import CLUSTER, REGISTRY

STORE = CLUSTER / "buildah"
RUN = Path("/run/nachklang-buildah")
TAIL_LINES = 40


class BuildError(Exception):
    """An image could not be built or pushed; the message has the end of what was said."""


def run(*arguments: str, folder: Path | None = None) -> str:
    """One command of buildah; what it printed. Its mounts stay in a namespace of their own. Raises BuildError."""
    apart = [find_program("unshare", "util-linux"), "--mount", "--propagation", "private"]
    place = ["--root", str(STORE), "--runroot", str(RUN), "--storage-driver", "overlay"]
    done = subprocess.run(
        [*apart, find_program("buildah", "buildah"), *place, *arguments],
        cwd=folder,
        env=os.environ | {"BUILDAH_ISOLATION": "chroot"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        tail = "\n    ".join(done.stdout.splitlines()[-TAIL_LINES:])
        raise BuildError(f"buildah {' '.join(arguments)} failed ({done.returncode}):\n    {tail}")
    return done.stdout


def build(image: str, context: Path, dockerfile: Path | None = None, values: Mapping[str, str] | None = None) -> None:
    """Build an image from a Dockerfile; what did not change since the last time is taken from there."""
    recipe: Sequence[str] = ["--file", str(dockerfile)] if dockerfile else []
    given = [word for name, value in (values or {}).items() for word in ("--build-arg", f"{name}={value}")]
    run("build", "--pull-never", "--layers", "--quiet", *recipe, *given, "--tag", image, str(context))


def push(image: str, name: str | None = None) -> None:
    """Bring an image into the node's registry, under its own name or another."""
    target = name or image
    target = target if target.startswith(REGISTRY) else f"{REGISTRY}/{target.partition('/')[2]}"
    run("push", "--quiet", "--tls-verify=false", image, f"docker://{target}")


def has(image: str) -> bool:
    """Whether the store has it."""
    try:
        run("inspect", "--type", "image", image)
    except BuildError:
        return False
    return True

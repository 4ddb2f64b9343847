"""Tools that are built from Go modules: from a module of our own with its sums, or one version as it is."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.cluster.tools.commands import run
from tests.cluster.tools.store import ToolError

MODULES = Path(__file__).parent
# Modules are kept writable, so that a cache can be removed; no C compiler is needed.
ENVIRONMENT = {"CGO_ENABLED": "0", "GOFLAGS": "-buildvcs=false -modcacherw"}


def own_module(name: str, packages: Sequence[str], values: Mapping[str, str]) -> Callable[[Path], None]:
    """Build packages by the go.mod and go.sum in the folder `name` beside this file; `values` are those of the linker's
    variables."""

    def make(folder: Path) -> None:
        stamped = " ".join(["-s", "-w", *(f"-X {variable}={value}" for variable, value in values.items())])
        _go(["build", "-trimpath", "-ldflags", stamped, "-o", f"{folder}/", *packages], MODULES / name)

    return make


def module(package: str, version: str) -> Callable[[Path], None]:
    """Install one package at that version; the checksum database vouches for it."""

    def make(folder: Path) -> None:
        _go(["install", "-trimpath", f"{package}@{version}"], folder, {"GOBIN": str(folder)})

    return make


def _go(arguments: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> None:
    if not shutil.which("go"):
        raise ToolError("Go 1.26 or newer is needed to build the cluster's tools: https://go.dev/dl")
    run(["go", *arguments], folder, ENVIRONMENT | dict(env or {}))

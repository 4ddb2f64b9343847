"""The charts as they are applied: rendered by helm, read as objects."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from stack.charts.__main__ import CHARTS, PROFILES
from stack.charts.kafka import SERVICES
from tests.cluster.tools import path

Object = dict[str, Any]

NAMESPACE = "nachklang"
ALL = ("platform", *SERVICES, "nachklang")  # in the order in which each finds its dependencies packed

__all__ = [
    "ALL",
    "CHARTS",
    "NAMESPACE",
    "PROFILES",
    "SERVICES",
    "Object",
    "containers",
    "copy_charts",
    "helm",
    "named",
    "pods",
    "render",
]


def copy_charts(copy: Path) -> Path:
    """Copy the charts, each with those that it stands on: as helm packs them, in less time."""
    shutil.copytree(CHARTS, copy, ignore=lambda _, names: [name for name in names if name in {"charts", "Chart.lock"}])
    for chart in ("platform", *SERVICES):
        shutil.copytree(copy / "lib", copy / chart / "charts" / "lib")
        shutil.copytree(copy / chart, copy / "nachklang" / "charts" / chart)
    return copy


def helm(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run helm; what it says is in the answer, also where it fails."""
    return subprocess.run([path("helm"), *arguments], capture_output=True, text=True, check=False)


def render(charts: Path, chart: str, *arguments: str | Path) -> list[Object]:
    """The objects of a chart, hooks too."""
    done = helm("template", chart, charts / chart, "--namespace", NAMESPACE, *arguments)
    assert done.returncode == 0, done.stderr
    return [found for found in yaml.load_all(done.stdout, Loader=yaml.CSafeLoader) if found]


def named(objects: list[Object], kind: str, name: str) -> Object:
    """The one object of that kind and name."""
    found = [each for each in objects if each["kind"] == kind and each["metadata"]["name"] == name]
    assert len(found) == 1, f"{len(found)} of {kind} {name}"
    return found[0]


def pods(objects: list[Object]) -> Iterator[tuple[str, Object, int]]:
    """Every pod template: the name of what makes it, the template, and how many of it there are."""
    for each in objects:
        kind, name, spec = each["kind"], each["metadata"]["name"], each.get("spec", {})
        if kind in {"Deployment", "StatefulSet"}:
            yield name, spec["template"], spec.get("replicas", 1)
        elif kind == "Job":
            yield name, spec["template"], 0
        elif kind == "CronJob":
            yield name, spec["jobTemplate"]["spec"]["template"], 0 if spec["suspend"] else 1


def containers(template: Object) -> list[Object]:
    """All containers of a pod template."""
    return [*template["spec"].get("initContainers", []), *template["spec"]["containers"]]

"""Skaffold's modules: the ci profile builds from what the Dockerfile copies, and a loop copies the same files."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from stack.layout import REPOSITORY
from tests.charts.rendering import SERVICES

MODULES = {service: f"services/{service}/skaffold.yaml" for service in SERVICES} | {
    "stack": "charts/platform/skaffold.yaml"
}
_COPY = re.compile(r"^COPY (?!--from)(?:--\S+ )*(.+) \S+$", re.MULTILINE)


def artifacts(name: str) -> tuple[Any, Any]:
    """The artifact as Docker builds it, and as the ci profile does."""
    module = yaml.safe_load((REPOSITORY / MODULES[name]).read_text())
    ci = next(profile for profile in module["profiles"] if profile["name"] == "ci")
    (plain,), (built,) = module["build"]["artifacts"], ci["build"]["artifacts"]
    return plain, built


@pytest.mark.parametrize("name", MODULES)
def test_an_image_is_built_anew_when_anything_changes_that_it_copies(name: str) -> None:
    plain, built = artifacts(name)
    dockerfile = plain["docker"]["dockerfile"]
    copied = {word for line in _COPY.findall((REPOSITORY / dockerfile).read_text()) for word in line.split()}
    watched = [Path(path) for path in built["custom"]["dependencies"]["paths"]]
    missing = {each for each in {*copied, dockerfile} if not any(Path(each).is_relative_to(path) for path in watched)}
    assert missing == set()
    assert f"DOCKERFILE={dockerfile} " in built["custom"]["buildCommand"]


@pytest.mark.parametrize("name", MODULES)
def test_a_deployment_waits_for_services_that_are_started_again(name: str) -> None:
    deploy = yaml.safe_load((REPOSITORY / MODULES[name]).read_text())["deploy"]
    assert deploy["tolerateFailuresUntilDeadline"] is True
    assert deploy["statusCheckDeadlineSeconds"] >= 1200, "Strimzi has to pull and start Kafka meanwhile"


@pytest.mark.parametrize("service", SERVICES)
def test_a_loop_copies_the_sources_to_where_the_image_has_them(service: str) -> None:
    plain, built = artifacts(service)
    assert plain["sync"] == built["sync"]
    for package in (service, "chassis", "contracts"):
        assert {"src": f"services/{package}/src/**/*.py", "dest": "/app"} in plain["sync"]["manual"]

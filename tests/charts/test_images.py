"""The images: what hadolint says, and that each holds what its service imports."""

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from stack.layout import REPOSITORY
from stack.setup.lock_part import needs_of, part, read_lock
from tests.charts.rendering import SERVICES
from tests.cluster.tools import path

DOCKERFILES = sorted([*(REPOSITORY / "services").glob("*/Dockerfile"), REPOSITORY / "stack" / "Dockerfile"])
OWN = {"contracts", "chassis", *SERVICES}


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_hadolint_finds_nothing(file: Path) -> None:
    configuration = ("--config", REPOSITORY / ".hadolint.yaml")
    done = subprocess.run([path("hadolint"), *configuration, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", DOCKERFILES, ids=lambda file: file.parent.name)
def test_an_image_runs_as_nobody_and_stops_in_order(file: Path) -> None:
    last = file.read_text().rpartition("\nFROM ")[2]
    assert re.search(r"^USER 10001:10001$", last, re.MULTILINE)
    assert re.search(r"^STOPSIGNAL SIGTERM$", last, re.MULTILINE)
    assert not re.search(r"\b(pip install|npm|mvn)\b", last)


@pytest.mark.parametrize("service", SERVICES)
def test_an_image_has_what_its_service_imports(service: str) -> None:
    lock = read_lock((REPOSITORY / "requirements.lock").read_text())
    installed = {entry.partition("==")[0] for entry in part(lock, needs_of(service, REPOSITORY / "services"))}
    distributions = packages_distributions()
    for module in _imported(service) - OWN - set(sys.stdlib_module_names):
        names = {name.lower().replace("_", "-") for name in distributions[module]}
        assert names & installed, f"{service} imports {module}: name it in its pyproject.toml"


def test_no_image_has_what_only_tests_need() -> None:
    lock = read_lock((REPOSITORY / "requirements.lock").read_text())
    for service in SERVICES:
        entries = part(lock, needs_of(service, REPOSITORY / "services"))
        assert not {entry.partition("==")[0] for entry in entries} & {"pytest", "mypy", "ruff", "duckdb", "debugpy"}


def _imported(service: str) -> set[str]:
    modules: set[str] = set()
    for package in (service, "chassis", "contracts"):
        for file in (REPOSITORY / "services" / package / "src").rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Import):
                    modules |= {name.name.partition(".")[0] for name in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    modules.add(node.module.partition(".")[0])
    return modules

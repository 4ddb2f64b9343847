"""Skaffold, without the network, makes what the umbrella makes."""

import os
import subprocess
from pathlib import Path

import pytest
import yaml

from stack.layout import REPOSITORY
from tests.charts.rendering import PROFILES, Object
from tests.cluster.tools import path


def skaffold(*arguments: str | Path, text: str = "") -> str:
    """What it writes when it is run in the repository, with the helm that the tests use; `text` is what it reads."""
    environment = {
        "PATH": f"{path('helm').parent}:{os.environ['PATH']}",
        "SKAFFOLD_UPDATE_CHECK": "false",
        "SKAFFOLD_INTERACTIVE": "false",
    }
    done = subprocess.run(
        [path("skaffold"), *arguments],
        cwd=REPOSITORY,
        env=os.environ | environment,
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_renders_without_the_network(profile: str, tmp_path: Path, whole: dict[str, list[Object]]) -> None:
    file = tmp_path / "rendered.yaml"
    skaffold("render", "--offline", "--digest-source=tag", "--profile", profile, "--output", file)
    rendered = [each for each in yaml.safe_load_all(file.read_text()) if each]
    assert {_named(each) for each in rendered} == {_named(each) for each in whole[profile]}
    expected = {_named(each): each for each in whole[profile]}
    for each in rendered:
        if each["kind"] not in {"Secret"}:
            assert _without(each.get("spec"), "image") == _without(expected[_named(each)].get("spec"), "image")


@pytest.mark.parametrize("profile", [*PROFILES, "dev"])
def test_a_profile_can_be_read(profile: str) -> None:
    skaffold("diagnose", "--yaml-only", "--profile", profile)


def _named(each: Object) -> tuple[str, str]:
    return each["kind"], each["metadata"]["name"]


def _without(what: object, name: str) -> object:
    """Without the tags of our own images, which skaffold sets, and the labels that it adds."""
    if isinstance(what, dict):
        return {k: _without(v, name) for k, v in what.items() if k != name and not k.startswith("skaffold.dev")}
    if isinstance(what, list):
        return [_without(each, name) for each in what]
    if isinstance(what, str):
        return "\n".join(line for line in what.splitlines() if "container.image=" not in line)
    return what


def test_a_new_run_starts_nothing_anew_that_keeps_data(whole: dict[str, list[Object]]) -> None:
    label = "skaffold.dev/run-id"
    done = skaffold("filter", f"--label={label}=one", "--filename=skaffold.yaml", text=yaml.safe_dump_all(whole["ci"]))
    kinds: dict[str, set[bool]] = {"Deployment": set(), "StatefulSet": set()}
    for each in yaml.safe_load_all(done):
        if each["kind"] in kinds:
            spec = each["spec"]
            for what in (spec["template"], *spec.get("volumeClaimTemplates", [])):
                kinds[each["kind"]].add(label in what["metadata"].get("labels", {}))
    assert kinds == {"Deployment": {True}, "StatefulSet": {False}}

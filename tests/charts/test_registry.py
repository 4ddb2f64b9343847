"""A registry that asks for a name: every pod that pulls an image of ours or of others can give one."""

from pathlib import Path

import pytest

from tests.charts.rendering import Object, pods, render

HAVING = [{"name": "registry"}]


@pytest.mark.parametrize("profile", ["laptop", "ci"])
def test_every_pod_can_give_a_name(charts: Path, profile: str) -> None:
    values = ("--values", charts / "nachklang" / f"values-{profile}.yaml")
    objects = render(charts, "nachklang", *values, "--set", "global.imagePullSecrets[0].name=registry")
    accounts = {each["metadata"]["name"]: each for each in objects if each["kind"] == "ServiceAccount"}
    for name, template, _ in pods(objects):
        assert HAVING in (template["spec"].get("imagePullSecrets"), _of_account(accounts, template)), name
    assert accounts["aggregator"]["imagePullSecrets"] == HAVING, "executors have it too"


def _of_account(accounts: dict[str, Object], template: Object) -> object:
    return accounts.get(template["spec"].get("serviceAccountName", ""), {}).get("imagePullSecrets")

"""Every setting of every service can be given to its chart, and reaches the process."""

import json
from pathlib import Path

import pytest

from stack.charts.schema import BY_THE_CHART
from stack.charts.settings import settings_by_process
from tests.charts.rendering import SERVICES, containers, pods, render

# in the order in which stack.charts.settings names what each process reads
WHERE = {"aggregator": ("aggregator", "aggregator-stream", "aggregator-rebuild")}


@pytest.mark.parametrize("service", SERVICES)
def test_every_setting_reaches_the_process(charts: Path, tmp_path: Path, service: str) -> None:
    schema = json.loads((charts / service / "values.schema.json").read_text())["properties"]
    given = dict.fromkeys(schema["settings"]["properties"], "1")
    by_reference = {
        name: {"name": "there", "key": name} for name in schema["secrets"]["properties"] if name not in given
    }
    values = tmp_path / "values.json"
    values.write_text(json.dumps({"settings": given, "secrets": by_reference}))
    reached = {
        name: {entry["name"] for container in containers(template) for entry in container["env"]}
        for name, template, _ in pods(render(charts, service, "--values", values))
    }
    for workload, read in zip(WHERE.get(service, (service,)), settings_by_process(service), strict=True):
        assert set(read) - reached[workload] - {"NACHKLANG_SPARK_JARS"} == set(), workload


def test_what_a_chart_sets_itself_is_no_setting_of_it(charts: Path) -> None:
    for service in SERVICES:
        schema = json.loads((charts / service / "values.schema.json").read_text())["properties"]
        assert not BY_THE_CHART & set(schema["settings"]["properties"])
        assert not BY_THE_CHART & set(schema["secrets"]["properties"])


@pytest.mark.parametrize("service", SERVICES)
def test_no_variable_is_given_twice(charts: Path, service: str) -> None:
    for name, template, _ in pods(render(charts, service, "--values", charts / "profiles" / "ci.yaml")):
        for container in containers(template):
            given = [entry["name"] for entry in container["env"]]
            assert len(given) == len(set(given)), name

"""Every object is one that Kubernetes and the operators of others know, down to each field."""

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.charts.rendering import Object, render
from tests.charts.schemas import write_schemas
from tests.cluster.tools import path


@pytest.fixture(scope="module")
def everything(charts: Path, whole: dict[str, list[Object]]) -> list[Object]:
    """Every profile, and what is off by default."""
    off = "global.monitoring.enabled=true,global.dev=true"
    more = [render(charts, chart, "--set", off) for chart in ("platform", "uploader", "gateway")]
    by_the_operator = render(charts, "aggregator", "--set", "stream.kind=SparkApplication")
    return [each for objects in (*whole.values(), *more, by_the_operator) for each in objects]


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory, everything: list[Object]) -> str:
    return write_schemas(tmp_path_factory.mktemp("schemas"), {each["kind"] for each in everything})


def check(schemas: str, objects: list[Object]) -> list[str]:
    """What kubeconform has to say against them."""
    done = subprocess.run(
        [path("kubeconform"), "-strict", "-output", "json", "-schema-location", schemas, "-"],
        input=yaml.safe_dump_all(objects),
        capture_output=True,
        text=True,
        check=False,
    )
    return [f"{each['kind']} {each['name']}: {each['msg']}" for each in json.loads(done.stdout).get("resources") or []]


def test_every_object_is_as_its_schema_says(schemas: str, everything: list[Object]) -> None:
    assert {"Kafka", "KafkaUser", "SparkApplication", "ScaledObject", "PodMonitor"} < {e["kind"] for e in everything}
    assert check(schemas, everything) == []


def test_a_wrong_field_is_found(schemas: str, whole: dict[str, list[Object]]) -> None:
    kafka = next(each for each in whole["laptop"] if each["kind"] == "Kafka")
    wrong = json.loads(json.dumps(kafka))
    wrong["spec"]["kafka"]["listener"] = []
    assert "listener" in check(schemas, [wrong])[0]

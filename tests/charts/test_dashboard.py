"""The dashboard asks for figures that the services have, and is there only where monitoring is wanted."""

import json
import re
from pathlib import Path

from stack.layout import REPOSITORY
from tests.charts.rendering import Object, named, render

OF_OTHERS = {"kafka_consumergroup_lag", "container_memory_working_set_bytes"}
_METRIC = re.compile(r"\b([a-z]+_[a-z_]+)(?=[\[{])")
_SUFFIX = re.compile("_(total|bucket|sum|count)$")
_DECLARED = re.compile(r'(?:Counter|Histogram|Gauge)\(\s*"([a-z_]+)"')


def test_nothing_of_it_is_there_by_default(whole: dict[str, list[Object]]) -> None:
    for objects in whole.values():
        assert not {"ServiceMonitor", "PodMonitor"} & {each["kind"] for each in objects}
        assert "nachklang-dashboard" not in {each["metadata"]["name"] for each in objects}


def test_it_asks_for_figures_that_are_there(charts: Path) -> None:
    sources = [file.read_text() for file in (REPOSITORY / "services").glob("*/src/**/*.py")]
    declared = {name for text in sources for name in _DECLARED.findall(text)}
    objects = render(charts, "platform", "--set", "global.monitoring.enabled=true")
    board = json.loads(named(objects, "ConfigMap", "nachklang-dashboard")["data"]["nachklang.json"])
    asked = {
        metric for panel in board["panels"] for target in panel["targets"] for metric in _METRIC.findall(target["expr"])
    }
    assert asked > OF_OTHERS
    assert {_SUFFIX.sub("", metric) for metric in asked - OF_OTHERS} <= declared
    assert {"uploader_import_seconds"} <= {_SUFFIX.sub("", metric) for metric in asked}

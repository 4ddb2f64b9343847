"""What helm itself says of the charts, and what they refuse."""

import subprocess
from pathlib import Path

import pytest

from tests.charts.rendering import ALL, PROFILES, SERVICES, helm
from tests.cluster.tools import path


def test_every_chart_is_clean(charts: Path) -> None:
    done = helm("lint", "--strict", *(charts / chart for chart in ALL))
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("profile", PROFILES)
def test_they_are_clean_together_in_every_profile(charts: Path, profile: str) -> None:
    done = helm("lint", "--strict", charts / "nachklang", "--values", charts / "nachklang" / f"values-{profile}.yaml")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("chart", ALL)
def test_the_units_of_each_chart(charts: Path, chart: str) -> None:
    done = subprocess.run([path("helm-unittest"), charts / chart], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("chart", [*SERVICES, "platform"])
@pytest.mark.parametrize(
    ("wrong", "name"),
    [("replica=2", "replica"), ("global.publicURL=x", "publicURL"), ("global.publicUrl=ftp://x", "publicUrl")],
)
def test_a_wrong_value_is_refused_by_its_name(charts: Path, chart: str, wrong: str, name: str) -> None:
    done = helm("template", charts / chart, "--set", wrong)
    assert done.returncode and name in done.stderr


@pytest.mark.parametrize(
    ("chart", "wrong", "name"),
    [
        ("uploader", "settings.NACHKLANG_UPLOAD_ROWSS=1", "NACHKLANG_UPLOAD_ROWSS"),
        ("uploader", "settings.NACHKLANG_UPLOAD_ROWS=many", "NACHKLANG_UPLOAD_ROWS"),
        ("uploader", "autoscaling.maxReplicas=5", "maxReplicas"),
        ("auth", "settings.NACHKLANG_TOKEN_KEY=in-the-open", "NACHKLANG_TOKEN_KEY"),
        ("aggregator", "stream.kind=Pod", "stream/kind"),
        ("gateway", "nodePort=80", "nodePort"),
        ("platform", "kafka.kind=rabbit", "kafka/kind"),
        ("nachklang", "uploader.replica=2", "replica"),
        ("nachklang", "uplaoder.replicas=2", "uplaoder"),
    ],
)
def test_so_is_a_wrong_kind_of_value(charts: Path, chart: str, wrong: str, name: str) -> None:
    done = helm("template", charts / chart, "--set-string" if "settings" in wrong else "--set", wrong)
    assert done.returncode and name in done.stderr

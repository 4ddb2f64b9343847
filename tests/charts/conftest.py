"""The charts with their dependencies beside them, and rendered once for each profile."""

from pathlib import Path

import pytest

from tests.charts.rendering import PROFILES, Object, copy_charts, render

HERE = Path(__file__).parent
WITHOUT_TOOLS = {"test_generated", "test_modules"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in this folder need tools that take minutes to build: `make test-charts` brings them and runs these. Those
    that need none run with all others too."""
    for item in items:
        if item.path.is_relative_to(HERE) and item.path.stem not in WITHOUT_TOOLS:
            item.add_marker(pytest.mark.charts)


@pytest.fixture(scope="session")
def charts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the charts, each with those that it stands on."""
    return copy_charts(tmp_path_factory.mktemp("charts") / "charts")


@pytest.fixture(scope="session")
def whole(charts: Path) -> dict[str, list[Object]]:
    """Everything that the umbrella makes, by profile."""
    return {
        profile: render(charts, "nachklang", "--values", charts / "nachklang" / f"values-{profile}.yaml")
        for profile in PROFILES
    }

"""The umbrella's values of a profile: what all charts share, and each chart's own below its name."""

from pathlib import Path
from typing import Any

import yaml

from stack.charts.kafka import SERVICES

PARTS = ("platform", *SERVICES)


def umbrella_values(charts: Path, profile: str) -> dict[str, Any]:
    """Values for `charts/nachklang`; a chart that has none for the profile is as its own values say."""
    values: dict[str, Any] = yaml.safe_load((charts / "profiles" / f"{profile}.yaml").read_text()) or {}
    for part in PARTS:
        own = charts / part / f"values-{profile}.yaml"
        if own.exists():
            values[part] = yaml.safe_load(own.read_text())
    return values

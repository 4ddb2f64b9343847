"""The report: a table to read, and every raw measurement as JSON."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.bench.figures.figure import Figure


class Report(msgspec.Struct, frozen=True):
    """All figures of a run and what they were measured on; `failed` says which stage could not be measured, and why."""

    measured_at: datetime
    machine: Mapping[str, str]
    sizes: Mapping[str, int]
    figures: Sequence[Figure]
    failed: Mapping[str, str] = {}


def table(report: Report) -> str:
    """The report as text, one line a figure and one for what stands beside it."""
    head = ", ".join(f"{name} {value}" for name, value in report.machine.items())
    sizes = ", ".join(f"{name} {size:,}" for name, size in report.sizes.items())
    lines = [head, sizes, "", f"{'figure':<58} {'measured':>16} {'limit':>18} {'ratio':>6}"]
    for figure in report.figures:
        lines.append(_line(figure))
        if figure.beside:
            lines.append(f"    {figure.beside}")
    return "\n".join([*lines, *(f"NOT MEASURED {stage}: {why}" for stage, why in report.failed.items())])


def _line(figure: Figure) -> str:
    measured = f"{figure.value:,.2f} {figure.unit}"
    limit = f"{'>=' if figure.at_least else '<='} {figure.limit:,.2f} {figure.unit}"
    word = "goal" if figure.beyond else "reached" if figure.reached else "MISSED"
    return f"{figure.name:<58} {measured:>16} {limit:>18} {figure.ratio:>6.2f}  {word}"


def save(report: Report, folder: Path) -> Path:
    """Write the report as JSON under the time at which it was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.measured_at.astimezone(UTC):%Y%m%d-%H%M%S}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2))
    return path

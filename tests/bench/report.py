"""The report: a table to read, and every raw measurement as JSON."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.bench.figures.figure import Figure


class Report(msgspec.Struct, frozen=True):
    """All figures of a run and what they were measured on."""

    measured_at: datetime
    machine: Mapping[str, str]
    histories: Mapping[str, int]
    figures: Sequence[Figure]


def table(report: Report) -> str:
    """The report as text, one line a figure and one for what stands beside it."""
    head = ", ".join(f"{name} {value}" for name, value in report.machine.items())
    sizes = ", ".join(f"{name}: {plays:,} plays" for name, plays in report.histories.items())
    lines = [head, sizes, "", f"{'figure':<50} {'measured':>12} {'at most':>12}"]
    for figure in report.figures:
        measured, limit = (f"{value:.2f} {figure.unit}" for value in (figure.value, figure.limit))
        lines.append(f"{figure.name:<50} {measured:>12} {limit:>12}  {'reached' if figure.reached else 'MISSED'}")
        if figure.beside:
            lines.append(f"    {figure.beside}")
    return "\n".join(lines)


def save(report: Report, folder: Path) -> Path:
    """Write the report as JSON under the time at which it was measured."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{report.measured_at.astimezone(UTC):%Y%m%d-%H%M%S}.json"
    path.write_bytes(msgspec.json.format(msgspec.json.encode(report), indent=2))
    return path

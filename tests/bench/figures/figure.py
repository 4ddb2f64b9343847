"""A figure of the report."""

from collections.abc import Sequence
from statistics import median

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """`value` is what is compared with `limit` (at most), both in `unit`; `raw` holds every single measurement."""

    name: str
    value: float
    limit: float
    unit: str
    beside: str = ""
    raw: dict[str, list[float]] = {}

    @property
    def reached(self) -> bool:
        """Whether the value is good enough."""
        return self.value <= self.limit


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie, by nearest rank."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def spread(values: Sequence[float], unit: str) -> str:
    """For reading beside a figure: median and extremes."""
    return f"median {median(values):.2f} {unit} of {len(values)} ({min(values):.2f} to {max(values):.2f})"

"""A figure of the report."""

from collections.abc import Sequence
from statistics import median

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """`value` is compared with `limit` and `goal`, all in `unit`: at most that much, or with `at_least` at least.

    `raw` holds every single measurement; `beside` is for reading.
    """

    name: str
    value: float
    limit: float
    unit: str
    at_least: bool = False
    goal: float | None = None
    beside: str = ""
    raw: dict[str, list[float]] = {}

    @property
    def reached(self) -> bool:
        """Whether the value is good enough."""
        return self._within(self.limit)

    @property
    def beyond(self) -> bool:
        """Whether it reaches the goal beyond the limit, too."""
        return self.goal is not None and self.reached and self._within(self.goal)

    @property
    def ratio(self) -> float:
        """The value in relation to the limit; where that is nothing at all, the value itself."""
        return self.value / self.limit if self.limit else self.value

    def _within(self, bound: float) -> bool:
        return self.value >= bound if self.at_least else self.value <= bound


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of all lie, by nearest rank."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def spread(values: Sequence[float], unit: str) -> str:
    """For reading beside a figure: median and extremes."""
    return f"median {median(values):.2f} {unit} of {len(values)} ({min(values):.2f} to {max(values):.2f})"

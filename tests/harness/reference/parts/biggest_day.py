"""The biggest day: the day with the most playing time."""

from typing import Any

from tests.harness.reference.sums import sums
from tests.harness.reference.view import View


def biggest_day(view: View) -> dict[str, Any] | None:
    """Then the one with more streams, then the earlier one; None without plays."""
    days = [{"day": day.isoformat(), **sums(plays)} for day, plays in view.by_day(view.inside()).items()]
    return min(days, key=_place, default=None)


def _place(day: dict[str, Any]) -> tuple[int, int, str]:
    return (-day["ms_played"], -day["streams"], day["day"])

"""The longest streak: the most days in a row, each with at least one play."""

from datetime import timedelta
from typing import Any

from tests.harness.reference.view import View


def longest_streak(view: View) -> dict[str, Any] | None:
    """Of equally long ones the earliest; None without plays."""
    heard = {view.day(play) for play in view.inside()}
    best: dict[str, Any] | None = None
    for day in sorted(heard):
        length = 1
        while day + timedelta(length) in heard:
            length += 1
        if best is None or length > best["days"]:
            last = day + timedelta(length - 1)
            best = {"first_day": day.isoformat(), "last_day": last.isoformat(), "days": length}
    return best

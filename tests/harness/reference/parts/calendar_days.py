"""The calendar: playing time of every day of the window."""

from typing import Any

from tests.harness.reference.sums import playing_time
from tests.harness.reference.view import View


def calendar_days(view: View) -> dict[str, Any]:
    """The first day and one number (ms) a day, zeros included."""
    days = view.days()
    heard = view.by_day(view.inside())
    return {
        "first_day": days[0].isoformat() if days else None,
        "ms_played": [playing_time(heard.get(day, [])) for day in days],
    }

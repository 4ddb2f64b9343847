"""The life: playing time of every month of the whole history, whatever the window."""

from typing import Any

from tests.harness.reference.sums import playing_time
from tests.harness.reference.view import View, view_of


def life(view: View) -> list[dict[str, Any]]:
    """From the month of the first play to that of the last one, zeros included."""
    whole = view_of(view.counted, view.zone, None, None)
    heard = view.by_month(view.counted)
    return [{"month": month, "ms_played": playing_time(heard.get(month, []))} for month in whole.months()]

"""Months: the sums of every month, or of the part of it that lies in the window."""

from typing import Any

from tests.harness.reference.sums import sums
from tests.harness.reference.view import View


def months(view: View) -> list[dict[str, Any]]:
    """Every month that the window touches, zeros included."""
    heard = view.by_month(view.inside())
    return [{"month": month, **sums(heard.get(month, []))} for month in view.months()]

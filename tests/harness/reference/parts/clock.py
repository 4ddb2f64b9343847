"""The clock: playing time by weekday and hour of the moment."""

from tests.harness.reference.view import View
from tests.harness.reference.zones import local


def clock(view: View) -> list[list[int]]:
    """Seven rows of 24 hours, Monday first, in ms."""
    hours = [[0] * 24 for _ in range(7)]
    for play in view.inside():
        at = local(play.moment, view.zone)
        hours[at.weekday()][at.hour] += play.ms_played
    return hours

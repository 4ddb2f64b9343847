"""Which plays count: no replaced estimates, no doubles, and no private sessions for others (product.md)."""

from tests.harness.reference.doubles import doubles
from tests.harness.reference.plays import MINUTE_MS, Play


def without_replaced_estimates(plays: list[Play]) -> list[Play]:
    """What is left when an export stands for the live feed's plays at or before its newest row.

    An account row stands for its whole minute. Private rows and doubles are rows of an export, too.
    """
    newest = max((_end(play) for play in plays if play.source != "live"), default=0)
    return [play for play in plays if play.source != "live" or play.moment > newest]


def counted_plays(plays: list[Play], *, private: bool = True) -> list[Play]:
    """The plays that count, in their order. `private=False` is what somebody else sees."""
    shown = without_replaced_estimates(plays)
    left_out = doubles(shown)
    return [play for index, play in enumerate(shown) if index not in left_out and (private or not play.private)]


def _end(play: Play) -> int:
    return play.moment + MINUTE_MS - 1 if play.source == "account" else play.moment

"""Double logging: one stream that two devices wrote down (product.md, "Double logging")."""

from collections.abc import Iterable

from tests.harness.reference.plays import Play

TOLERANCE_MS = 2_000
LAST_SECOND_MS = 59_000  # how much later than its minute a moment may lie; exports count in whole seconds


def doubles(plays: Iterable[Play]) -> set[int]:
    """The places (indices) of the doubles among the given plays, which must be sorted by moment."""
    counted: dict[tuple[str, str, int], Play] = {}
    found = set()
    for index, play in enumerate(plays):
        if not play.is_stream:
            continue
        what = (play.artist, play.name, play.ms_played)
        last = counted.get(what)
        if last is not None and _largest_gap(last, play) < play.ms_played - TOLERANCE_MS:
            found.add(index)
        else:
            counted[what] = play
    return found


def _largest_gap(earlier: Play, later: Play) -> int:
    """From one end to the other in milliseconds, as far apart as the minutes of account rows allow."""
    uncertain = LAST_SECOND_MS if later.source == "account" else 0
    return later.moment + uncertain - earlier.moment

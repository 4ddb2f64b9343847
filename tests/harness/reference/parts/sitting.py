"""The longest sitting: plays one after the other, with gaps of at most 15 minutes."""

from typing import Any

from tests.harness.reference.plays import Play
from tests.harness.reference.sums import playing_time
from tests.harness.reference.view import View

LONGEST_GAP_MS = 15 * 60_000


def longest_sitting(view: View) -> dict[str, Any] | None:
    """From the start of its first play to the last end; then by playing time, then the earlier one."""
    return min((_sitting(plays) for plays in sittings(view.inside())), key=_place, default=None)


def sittings(plays: list[Play]) -> list[list[Play]]:
    """The plays by sitting: one belongs to the running sitting if it starts in time after the latest end in it.

    Of plays that end together the longest comes first.
    """
    found: list[list[Play]] = []
    for play in sorted(plays, key=lambda play: (play.moment, _start(play))):
        if found and _start(play) - max(earlier.moment for earlier in found[-1]) <= LONGEST_GAP_MS:
            found[-1].append(play)
        else:
            found.append([play])
    return found


def _sitting(plays: list[Play]) -> dict[str, Any]:
    return {
        "start": _start(plays[0]),
        "end": max(play.moment for play in plays),
        "ms_played": playing_time(plays),
        "plays": len(plays),
    }


def _start(play: Play) -> int:
    return play.moment - play.ms_played


def _place(sitting: dict[str, Any]) -> tuple[int, int, int]:
    return (sitting["start"] - sitting["end"], -sitting["ms_played"], sitting["start"])

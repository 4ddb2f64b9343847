"""How soon pictures are there, what they cost when they are, and what a report costs without whoever looks for them."""

from collections.abc import Mapping
from statistics import median

from tests.bench.figures.figure import Figure, spread

LIMIT_S = 2.0
SAME = 1.1
"""Within this two medians of the same questions are the same."""


def pictures_complete(seconds: list[float], latency_ms: int, calls: Mapping[str, int]) -> Figure:
    """From the first report of somebody new to the last picture of their top 50 tracks and artists."""
    made = ", ".join(f"{name} {count}" for name, count in sorted(calls.items()) if count)
    return Figure(
        name="pictures of the top 50 tracks and artists of somebody new",
        value=median(seconds),
        limit=LIMIT_S,
        unit="s",
        beside=f"{spread(seconds, 's')}; {latency_ms} ms a call, ten in flight; calls for the whole page: {made}",
        raw={"s": seconds},
    )


def calls_again(calls: int) -> Figure:
    """The same page once more."""
    return Figure(
        name="calls to Spotify when everything is known",
        value=calls,
        limit=0,
        unit="calls",
        raw={"calls": [calls]},
    )


def reports_without_enricher(stopped: list[float], running: list[float]) -> Figure:
    """Reports that nobody asked for before, in ms: the enricher stopped, and running."""
    return Figure(
        name="report while the enricher is stopped: p50, times with it",
        value=median(stopped) / median(running),
        limit=SAME,
        unit="x",
        beside=f"stopped {spread(stopped, 'ms')}, running {spread(running, 'ms')}",
        raw={"stopped_ms": stopped, "running_ms": running},
    )

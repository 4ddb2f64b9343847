"""Sums of plays, in the contract's shape."""

from collections.abc import Iterable

from tests.harness.reference.plays import Play


def playing_time(plays: Iterable[Play]) -> int:
    """Playing time in milliseconds."""
    return sum(play.ms_played for play in plays)


def sums(plays: Iterable[Play]) -> dict[str, int]:
    """Playing time in milliseconds, streams and plays."""
    plays = list(plays)
    return {
        "ms_played": playing_time(plays),
        "streams": sum(play.is_stream for play in plays),
        "plays": len(plays),
    }

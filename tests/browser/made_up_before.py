"""The made-up history in the days before its last twelve months: some of it was another."""

from __future__ import annotations

from tests.browser.made_up_parts import HOUR, MINUTE, Json

RECENT = "2025-11-24"
_GONE = 7
"""So many of the first are new since then; the same number of the last have gone since."""


def as_before(answer: Json) -> Json:
    """`answer` as it is of an earlier window: less time, other names on top, a morning instead of an evening."""
    tracks = _ranked(answer["top_tracks"])
    artists = _ranked(answer["top_artists"], 2)
    totals = {
        **answer["totals"],
        "ms_played": 1178 * HOUR + 9 * MINUTE,
        "streams": 20_111,
        "tracks": 3_608,
        "artists": 790,
        "days": 350,
        "mean_ms_per_day": 3 * HOUR + 13 * MINUTE,
    }
    rhythm = answer["rhythm"]
    clock = [[row[(hour + 13) % 24] for hour in range(24)] for row in rhythm["clock"]]
    months = [{**month, "ms_played": int(month["ms_played"] * 0.92)} for month in rhythm["months"]]
    return {
        **answer,
        "totals": totals,
        "favourites": {"track": tracks[0], "artist": artists[0]} if tracks else answer["favourites"],
        "top_tracks": tracks,
        "top_artists": artists,
        "rhythm": {**rhythm, "clock": clock, "months": months},
    }


def _ranked(rows: list[Json], gone: int = _GONE) -> list[Json]:
    """The same things in another order: the first have gone, and the last have names that nobody else has."""
    turned = [*rows[gone:], *({**row, **_older(row)} for row in rows[:gone])]
    sums = ("rank", "share", "ms_played", "streams", "plays")
    return [{**row, **{key: rows[place][key] for key in sums}} for place, row in enumerate(turned)]


def _older(row: Json) -> Json:
    name = "title" if "title" in row else "name"
    return {name: f"{row[name]}, then"}

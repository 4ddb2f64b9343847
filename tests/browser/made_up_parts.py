"""The rhythm, discovery, treasures and habits of a made-up history, in the shapes of the public interface."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, sin
from typing import Any

Json = dict[str, Any]

HOUR = 3_600_000
MINUTE = 60_000


def rhythm(day_from: str, day_to: str, life: list[Json]) -> Json:
    """A rhythm with an evening, a way to work, and a silent week in August."""
    days = calendar(day_from, day_to)
    longest = max(days, default=0)
    biggest = (date.fromisoformat(day_from) + timedelta(days.index(longest))).isoformat() if days else None
    return {
        "clock": [[_clock(weekday, hour) for hour in range(24)] for weekday in range(7)],
        "calendar": {"first_day": day_from, "ms_played": days},
        "months": months(day_from, days),
        "life": life,
        "longest_streak": {"first_day": "2025-11-24", "last_day": "2026-08-02", "days": 252},
        "biggest_day": {"day": biggest, "ms_played": longest, "streams": 201, "plays": 244},
        "longest_sitting": {
            "start": "2026-02-02T17:04:00Z",
            "end": "2026-02-02T23:24:00Z",
            "ms_played": 371 * MINUTE,
            "plays": 102,
        },
    }


def _clock(weekday: int, hour: int) -> int:
    evening = 90 * exp(-((hour - 21) ** 2) / 3) * (1.15 if weekday == 3 else 1)
    morning = 50 * exp(-((hour - 8) ** 2) / 1.4) if weekday < 5 else 30 * exp(-((hour - 14) ** 2) / 9)
    asleep = hour in range(2, 6)
    return 0 if asleep else int((6 + evening + morning + 4 * sin(3 * weekday + hour)) * 20 * MINUTE)


def calendar(day_from: str, day_to: str) -> list[int]:
    """Every day of the window."""
    first, last = date.fromisoformat(day_from), date.fromisoformat(day_to)
    days = [first + timedelta(day) for day in range((last - first).days + 1)]
    return [_day(day) for day in days]


def _day(day: date) -> int:
    if (day.month, day.day) >= (8, 3) and (day.month, day.day) <= (8, 9):
        return 0
    season = 3.2 + 1.2 * sin(day.toordinal() / 58) + (0.8 if day.weekday() > 4 else 0)
    mood = 1.6 * sin(day.toordinal() * 2.3) + 1.1 * sin(day.toordinal() * 0.7)
    return int(max(season + mood, 0.1) * HOUR)


def months(day_from: str, days: list[int]) -> list[Json]:
    """The sums of every month that the days touch."""
    sums: dict[str, int] = {}
    for index, ms_played in enumerate(days):
        month = (date.fromisoformat(day_from) + timedelta(index)).isoformat()[:7]
        sums[month] = sums.get(month, 0) + ms_played
    return [
        {"month": month, "ms_played": ms, "streams": ms // (3 * MINUTE), "plays": ms // (2 * MINUTE)}
        for month, ms in sums.items()
    ]


def discovery(month_names: list[str], artists: list[Json], tracks: list[Json]) -> Json:
    """What was new; `artists` and `tracks` are rows of the top lists."""
    new = [
        {"month": month, "artists": int(22 + 14 * sin(i * 1.3)), "tracks": 96} for i, month in enumerate(month_names)
    ]
    return {
        "artists": sum(month["artists"] for month in new),
        "tracks": sum(month["tracks"] for month in new),
        "ms_played": 1104 * HOUR + 45 * MINUTE,
        "ms_played_new_artists": 342 * HOUR,
        "ms_played_new_tracks": 511 * HOUR,
        "months": new,
        "new_artists": [{**row, "day": f"2026-0{index % 8 + 1}-18"} for index, row in enumerate(artists)],
        "new_tracks": [{**row, "day": f"2026-0{index % 8 + 1}-04"} for index, row in enumerate(tracks)],
    }


def _treasure(row: Json, then: float, now: float, first_month: str, many: int, fades: bool) -> Json:
    line = [
        0 if index % 7 == 5 else int((8 * exp(-index / 9) if fades else 5 + 3 * sin(index * 1.7)) * HOUR)
        for index in range(many)
    ]
    last = int(first_month[:4]) * 12 + int(first_month[5:]) - 1 + many - 1
    return {
        **row,
        "ms_then": int(then * HOUR),
        "ms_now": int(now * HOUR),
        "first_played": f"{first_month}-11T19:12:41Z",
        "last_played": f"{last // 12}-{last % 12 + 1:02d}-14T21:04:09Z",
        "months": {"first_month": first_month, "ms_played": line},
    }


def treasures(tracks: list[Json], artists: list[Json], recent_from: str) -> Json:
    """Some forgotten, some still there."""
    forgotten = [("2019-08", 26), ("2021-06", 25), ("2018-02", 26), ("2020-01", 14)]
    loved = [("2018-03", 105), ("2020-05", 79), ("2022-04", 56), ("2019-10", 86)]
    return {
        "recent_from": recent_from,
        "forgotten_tracks": [
            _treasure(row, 22.7 - 4 * i, 0, *forgotten[i], True) for i, row in enumerate(tracks[8:12])
        ],
        "forgotten_artists": [
            _treasure(row, 52.4 - 9 * i, 0, *forgotten[i], True) for i, row in enumerate(artists[8:10])
        ],
        "loved_tracks": [
            _treasure(row, 45.4 - 6 * i, 18.6 - 3 * i, *loved[i], False) for i, row in enumerate(tracks[3:7])
        ],
        "loved_artists": [
            _treasure(row, 145 - 20 * i, 60 - 9 * i, *loved[i], False) for i, row in enumerate(artists[:3])
        ],
    }


def habits(plays: int, track: Json) -> Json:
    """An extended history knows all of it, but for some older rows."""

    def part(share: float, of: int) -> Json:
        return {"plays": int(share * of), "of": of, "share": share}

    def places(shares: dict[str, float]) -> list[Json]:
        return [
            {"name": name, "ms_played": int(share * 1284 * HOUR), "plays": int(share * plays), "share": share}
            for name, share in shares.items()
        ]

    return {
        "skipped": part(0.24, plays),
        "shuffle": part(0.38, plays),
        "offline": part(0.17, plays - 1_204),
        "private": part(0.03, plays),
        "platforms": places(
            {"phone": 0.55, "computer": 0.24, "speaker": 0.12, "car": 0.06, "web": 0.02, "other": 0.01}
        ),
        "countries": places({"DE": 0.91, "IT": 0.05, "PT": 0.04}),
        "most_skipped": {**track, "skips": 38, "plays": 61},
    }


def no_rhythm(day_from: str | None, life: list[Json]) -> Json:
    """Silence."""
    return {
        "clock": [[0] * 24] * 7,
        "calendar": {"first_day": day_from, "ms_played": [0] * 7 if day_from else []},
        "months": [{"month": day_from[:7], "ms_played": 0, "streams": 0, "plays": 0}] if day_from else [],
        "life": life,
        "longest_streak": None,
        "biggest_day": None,
        "longest_sitting": None,
    }


NOTHING_NEW: Json = {
    "artists": 0,
    "tracks": 0,
    "ms_played": 0,
    "ms_played_new_artists": 0,
    "ms_played_new_tracks": 0,
    "months": [],
    "new_artists": [],
    "new_tracks": [],
}
NO_TREASURES: Json = {
    "recent_from": None,
    "forgotten_tracks": [],
    "forgotten_artists": [],
    "loved_tracks": [],
    "loved_artists": [],
}
_UNKNOWN: Json = {"plays": 0, "of": 0, "share": 0.0}
NO_HABITS: Json = {
    "skipped": _UNKNOWN,
    "shuffle": _UNKNOWN,
    "offline": _UNKNOWN,
    "private": _UNKNOWN,
    "platforms": [],
    "countries": [],
    "most_skipped": None,
}

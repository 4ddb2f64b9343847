"""Made-up people who share their history, what one has in common with them, and where one stands."""

from __future__ import annotations

from tests.browser import made_up
from tests.browser.made_up_parts import HOUR, MINUTE, Json

JON = "1d4f7c2b9a8e4f0c8b7a6d5e4c3b2a10"
PEOPLE = [
    {"id": JON, "name": "Jon", "picture": None},
    {"id": "3" * 32, "name": "Theo", "picture": None},
    {"id": "2" * 32, "name": "Šárka Nováková-Lindqvist", "picture": None},
]


def history_of(person: str, answer: Json) -> Json:
    """`answer` as that of another: half of everything's time, and none of it private."""
    whose = next(one for one in PEOPLE if one["id"] == person)
    totals = {**answer["totals"], "ms_played": 642 * HOUR + 18 * MINUTE}
    habits = {**answer["habits"], "private": {"plays": 0, "of": 0, "share": 0.0}}
    return {**answer, "person": whose, "totals": totals, "habits": habits, "time_zone": "Europe/Lisbon"}


def match(state: str, limit: int) -> Json:
    """`full` has much in common, `thin` nothing, `empty` is a window in which one of them played nothing."""
    if state != "full":
        return {"per_cent": None if state == "empty" else 0, "artists": 0, "tracks": 0, **_lists([], [])}
    artists = [{"rank": i + 1, "name": name, **_times(i, 52.0)} for i, name in enumerate(made_up.ARTISTS[:limit])]
    tracks = [
        {"rank": i + 1, "title": title, "artist": artist, **_times(i, 11.0)}
        for i, (title, artist, _) in enumerate(made_up.SONGS[:limit])
    ]
    return {"per_cent": 62, "artists": 112, "tracks": 641, **_lists(artists, tracks)}


def _lists(artists: list[Json], tracks: list[Json]) -> Json:
    return {
        "from": None,
        "to": None,
        "time_zone": "Europe/Berlin",
        "person": PEOPLE[0],
        "top_artists": artists,
        "top_tracks": tracks,
    }


def _times(place: int, hours: float) -> Json:
    """Sometimes the one listened more, sometimes the other."""
    mine, theirs = (1.0, 0.62) if place % 3 else (0.7, 1.0)
    least = hours / (1 + 0.3 * place)
    return {"ms_played": int(least * mine * HOUR), "other_ms_played": int(least * theirs * HOUR)}


def _measures(shift: int) -> list[Json]:
    values = [("ms_played", 1187 * HOUR, 833), ("streams", 22_964, 666), ("tracks", 3_412, 500), ("artists", 861, 0)]
    return [{"measure": name, "value": value, "per_mille": max(0, mille - shift)} for name, value, mille in values]


STANDING: Json = {
    "shared": True,
    "people": 7,
    "periods": [
        {"period": "all", "people": 7, "measures": _measures(0)},
        {"period": "2026", "people": 7, "measures": _measures(100)},
        {"period": "2025", "people": 6, "measures": _measures(200)},
    ],
}
NO_STANDING: Json = {"shared": False, "people": None, "periods": []}

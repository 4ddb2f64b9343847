"""Where people stand among each other and what they have in common, counted person by person.

Rows are those of the tables `serving.standings` and `serving.common_taste`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from tests.harness.reference.counted import counted_plays
from tests.harness.reference.plays import Play

FEWEST_PEOPLE = 5
LONGEST_LIST = 500


class Brought(NamedTuple):
    """What a person brings in one period: the value of a measure, or the playing time of a track or artist."""

    period: str
    what: str
    person_id: str
    artist: str
    title: str
    amount: int


def brought(person_id: str, plays: list[Play]) -> set[Brought]:
    """Everything that one person brings: of each UTC year with a play that others may see, and of the whole life."""
    seen = counted_plays(plays, private=False)
    years = {_year(play) for play in seen}
    found = set()
    for period in years | {"all"} if seen else set():
        inside = [play for play in seen if period in ("all", _year(play))]
        found |= {Brought(period, what, person_id, "", "", amount) for what, amount in _measures(inside).items()}
        for (what, artist, title), group in _things(inside).items():
            if any(play.is_stream for play in group):
                time = sum(play.ms_played for play in group)
                found.add(Brought(period, what, person_id, artist, title, time))
    return found


def standings(everything: Iterable[Brought]) -> set[tuple[str, str, str, int, int, int]]:
    """(period, measure, person, value, per mille of the others who have less, people)."""
    values: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in everything:
        if row.what not in ("track", "artist"):
            values[row.period, row.what][row.person_id] = row.amount
    found = set()
    for (period, measure), by_person in values.items():
        people = len(by_person)
        if people < FEWEST_PEOPLE:
            continue
        for person_id, value in by_person.items():
            less = len([other for other in by_person.values() if other < value])
            found.add((period, measure, person_id, value, less * 1000 // (people - 1), people))
    return found


def common_taste(everything: Iterable[Brought]) -> set[tuple[str, str, int, str, str, int, int]]:
    """(period, kind, rank, artist, title, people, playing time)."""
    heard: dict[tuple[str, str], dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in everything:
        if row.what in ("track", "artist"):
            heard[row.period, row.what][row.artist, row.title].append(row.amount)
    found = set()
    for (period, kind), things in heard.items():
        common = [
            (-len(times), -sum(times), title, artist)
            for (artist, title), times in things.items()
            if len(times) >= FEWEST_PEOPLE
        ]
        for rank, (people, time, title, artist) in enumerate(sorted(common)[:LONGEST_LIST], start=1):
            found.add((period, kind, rank, artist, title, -people, -time))
    return found


def _year(play: Play) -> str:
    return str(datetime.fromtimestamp(play.moment / 1000, UTC).year)


def _measures(plays: list[Play]) -> Mapping[str, int]:
    songs = [play for play in plays if play.kind == "track" and play.title]
    return {
        "ms_played": sum(play.ms_played for play in plays),
        "streams": len([play for play in plays if play.is_stream]),
        "tracks": len({(play.artist, play.title) for play in songs}),
        "artists": len({play.artist for play in songs if play.artist}),
    }


def _things(plays: list[Play]) -> Mapping[tuple[str, str, str], list[Play]]:
    things: dict[tuple[str, str, str], list[Play]] = defaultdict(list)
    for play in plays:
        if play.kind == "track" and play.title:
            things["track", play.artist, play.title].append(play)
            if play.artist:
                things["artist", play.artist, ""].append(play)
    return things

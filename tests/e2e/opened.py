"""Holds the plays behind the numbers of a report against the reference: exactly these, and their sums the number."""

from collections import defaultdict
from dataclasses import asdict
from datetime import UTC, datetime
from random import Random
from typing import Any

from tests.harness.client import Person
from tests.harness.reference.compare import unix_ms
from tests.harness.reference.drilldown import Filters, Shown, plays_of
from tests.harness.reference.numbers import Opening
from tests.harness.reference.plays import Play
from tests.harness.reference.zones import local

_NAMES = {"first_day": "from", "last_day": "to"}
_SAID = ("kind", "ms_played", "private", "skipped", "shuffle", "offline", "platform", "country", "reason_end")


def sample(openings: list[Opening], seed: int, of_each: int = 2) -> list[Opening]:
    """A few of every sort of number, such with plays first."""
    sorts: dict[str, list[Opening]] = defaultdict(list)
    for opening in openings:
        words = opening.what.split()
        sorts[" ".join(word for word in words if not word[0].isdigit())].append(opening)
    rng = Random(seed)
    chosen = []
    for group in sorts.values():
        rng.shuffle(group)
        chosen += sorted(group, key=lambda opening: not any(opening.number.values()))[:of_each]
    return chosen


async def wrongly_opened(person: Person, plays: list[Play], opening: Opening) -> list[str]:
    """What is wrong with the plays that the interface gives for a number; nothing if all is right."""
    zone = str(person.me["time_zone"])
    found, sums = await person.plays(**in_query(opening.filters))
    expected = plays_of(plays, zone, opening.filters)
    wrong = []
    if sorted(map(_of_answer, found)) != sorted(map(_of_truth, expected)):
        wrong.append(f"{opening.what}: {len(found)} plays, or others, instead of {len(expected)}")
    if found != sorted(found, key=lambda play: unix_ms(play["played_at"]), reverse=True):
        wrong.append(f"{opening.what}: not the newest first")
    said = {**sums, "days": len({day_in_zone(play["played_at"], zone) for play in found})}
    if {name: said[name] for name in opening.number} != opening.number:
        wrong.append(f"{opening.what}: {said}, and the number is {opening.number}")
    return wrong


def in_query(filters: Filters) -> dict[str, str]:
    """The filters as the interface takes them."""
    return {_NAMES.get(name, name): _text(name, value) for name, value in asdict(filters).items() if value is not None}


def day_in_zone(moment: str, zone: str) -> str:
    """The day of a moment of the interface."""
    return local(unix_ms(moment), zone).date().isoformat()


def _text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return datetime.fromtimestamp(value / 1000, UTC).isoformat() if name in ("since", "until") else str(value)


def _of_answer(play: dict[str, Any]) -> str:
    names = [play[name] or "" for name in ("artist", "title", "album")]
    return repr((unix_ms(play["played_at"]), *names, *(play[name] for name in _SAID), play["double"], play["estimate"]))


def _of_truth(one: Shown) -> str:
    play = one.play
    names = (play.artist, play.title, play.album)
    return repr((play.moment, *names, *(getattr(play, name) for name in _SAID), one.double, play.source == "live"))

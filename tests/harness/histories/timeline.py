"""A history: sittings placed into the waking hours of a person, day after day, nothing overlapping."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from random import Random
from zoneinfo import ZoneInfo

from tests.harness.histories.catalogue import Catalogue, make_catalogue
from tests.harness.histories.listens import Listen
from tests.harness.histories.sittings import Shares, sitting
from tests.harness.histories.taste import Taste

PLAYS_PER_DAY = 85  # a heavy listener
MAX_YEARS = 17  # Spotify opened in 2008
MIN_YEARS = 3
SHORTENED_MS = 20_000


@dataclass(frozen=True, slots=True)
class Person:
    """Who listens: the same person has the same history. `years` None: as many as the plays need, at least three."""

    seed: int = 1
    plays: int = 10_000
    until: date = date(2026, 9, 30)
    years: int | None = None
    zone: str = "Europe/Berlin"
    country: str = "DE"
    shares: Shares = field(default_factory=Shares)

    @property
    def days(self) -> int:
        """The length of the history in days."""
        needed = ceil(self.plays / PLAYS_PER_DAY / 365)
        return 365 * (self.years or min(max(needed, MIN_YEARS), MAX_YEARS))


def catalogue_of(person: Person) -> Catalogue:
    """The catalogue that the person's history is drawn from, growing with it up to 4,000 artists."""
    return make_catalogue(person.seed, min(max(person.plays // 60, 40), 4_000))


def listens(person: Person, catalogue: Catalogue | None = None) -> Iterator[Listen]:
    """Exactly `person.plays` plays, by their end; none starts before the one before ended, but for doubles."""
    catalogue = catalogue or catalogue_of(person)
    rng = Random(f"history {person.seed}")
    taste = Taste(rng, catalogue)
    zone = ZoneInfo(person.zone)
    first = person.until - timedelta(days=person.days - 1)
    free_from = 0
    for day, quota in enumerate(_quotas(rng, person)):
        taste.move_to(day)
        sittings = _sittings(rng, catalogue, taste, person, quota)
        wake, awake = _waking(rng, zone, first + timedelta(days=day))
        start = max(wake, free_from)
        _shorten(sittings, wake + awake - start)
        for listen in _placed(rng, sittings, start, wake + awake - start):
            free_from = max(free_from, listen.ended_at)
            yield listen


def _quotas(rng: Random, person: Person) -> list[int]:
    """How many plays each day has: their sum is `person.plays`, some days have none."""
    busy = [rng.random() * (1.5 if day % 7 > 4 else 1.0) for day in range(person.days)]
    weights = [0.0 if rng.random() < 0.08 else 0.3 + amount for amount in busy]
    total = sum(weights)
    quotas, owed = [], 0.0
    for weight in weights:
        owed += person.plays * weight / total
        quotas.append(int(owed))
        owed -= int(owed)
    quotas[-1] += person.plays - sum(quotas)
    return quotas


def _waking(rng: Random, zone: ZoneInfo, day: date) -> tuple[int, int]:
    """When the person gets up on that day (unix seconds) and how long they are awake (seconds)."""
    midnight = datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
    return int(midnight.timestamp()) + rng.randrange(6 * 3600, 9 * 3600), rng.randrange(15 * 3600, 18 * 3600)


def _sittings(rng: Random, catalogue: Catalogue, taste: Taste, person: Person, quota: int) -> list[list[Listen]]:
    sittings = []
    while quota > 0:
        plays = list(sitting(rng, catalogue, taste, person.shares, person.country))[:quota]
        quota -= len(plays)
        sittings.append(plays)
    return sittings


def _shorten(sittings: list[list[Listen]], seconds: int) -> None:
    """Turn plays into skips, the last first, until they fit into the given time."""
    excess = sum(_slot(listen) for plays in sittings for listen in plays) - seconds
    for listen in (listen for plays in reversed(sittings) for listen in reversed(plays)):
        if excess <= 0:
            return
        if listen.ms > SHORTENED_MS:
            before = _slot(listen)
            listen.ms, listen.reason_end, listen.double = SHORTENED_MS - listen.ms % 9_000, "fwdbtn", False
            excess -= before - _slot(listen)


def _slot(listen: Listen) -> int:
    """The most seconds that a play takes, with the pause before it."""
    return 10 if listen.double else ceil(listen.ms / 1000) + 2


def _placed(rng: Random, sittings: list[list[Listen]], start: int, seconds: int) -> Iterator[Listen]:
    used = sum(_slot(listen) for plays in sittings for listen in plays)
    slack = max(0, seconds - used)
    cuts = sorted(rng.randint(0, slack) for _ in sittings)
    now, waited = start, 0
    for plays, cut in zip(sittings, cuts, strict=True):
        now += cut - waited
        waited = cut
        for listen in plays:
            now = _end(rng, listen, now)
            listen.ended_at = now
            yield listen


def _end(rng: Random, listen: Listen, now: int) -> int:
    if listen.double:
        return now + rng.randint(5, 10)
    if listen.ms == 0:
        return now + rng.choice((0, 0, 1))
    return now + ceil(listen.ms / 1000) + rng.choice((0, 0, 0, 1, 2))

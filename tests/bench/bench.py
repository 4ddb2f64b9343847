"""What the stages of a run share: the stack, the sizes, the exports, and people whose imports several of them need."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from tests.bench.cpu import cpu_between, cpu_seconds
from tests.bench.histories import ZONE, Histories
from tests.bench.imports import Import, watch_import
from tests.bench.load.order import Order, Outcome, ask
from tests.bench.plan import Plan
from tests.bench.questions import Window, whole_lives
from tests.bench.target import Target
from tests.harness.client import POLL_SECONDS, Person, signed_in

SETTLED_SECONDS = 1.0
"""What is put off until shortly after an import is counted with it."""
AT_ONCE = 4
LOOK_SECONDS = 0.25
"""How often many people at once look at their imports: looking must not be work."""
NO_LIMIT = 600.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A person who can be asked: the cookie of the session, and the days of the first and the last play."""

    cookie: str
    life: Window


@dataclass(frozen=True, slots=True)
class Round:
    """One import and the reports that came after it: seconds, processor seconds by process, milliseconds."""

    imported: Import
    cpu: dict[str, float]
    report_ms: list[float]


@dataclass(slots=True)
class Bench:
    """One stack and what is known of it so far. `name` begins the names of its people."""

    target: Target
    plan: Plan
    histories: Histories
    name: str
    stored: int = 0
    plays_stored: int = 0
    first: Asked | None = None
    rounds: list[Round] = field(default_factory=list)

    @property
    def archive(self) -> Path:
        """The history that is timed."""
        return self.histories.extended(self.plan.plays)

    async def warm(self) -> Asked:
        """The first person, imported with the others that warm the stack up."""
        if self.first is None:
            people = [await self.new_person(self.archive, self.plan.plays) for _ in range(self.plan.warm_ups)]
            self.first = people[0]
        return self.first

    async def new_person(self, archive: Path, plays: int) -> Asked:
        """Somebody new, with that history."""
        async with self.signed_in() as person:
            await self.watch(person, archive, plays)
            return await asked(person)

    async def watch(self, person: Person, archive: Path, plays: int, every: float = POLL_SECONDS) -> Import:
        """One import, watched until it is done."""
        imported = await watch_import(person, archive, plays, every)
        self.plays_stored += plays
        return imported

    async def fill(self, people: int) -> None:
        """Import until so many people are stored, several at once."""
        free = asyncio.Semaphore(AT_ONCE)

        async def one(number: int) -> None:
            async with free, self.signed_in() as person:
                archive = self.histories.extended(self.plan.plays, number % self.plan.histories)
                await self.watch(person, archive, self.plan.plays, LOOK_SECONDS)

        async with asyncio.TaskGroup() as group:
            for number in range(people - self.stored):
                group.create_task(one(number))

    async def measured_rounds(self) -> list[Round]:
        """Rounds with a new person each, so that every play is new."""
        await self.warm()
        return [await self.round() for _ in range(self.plan.rounds)]

    async def round(self) -> Round:
        """One person more, alone."""
        async with self.signed_in() as person:
            before = cpu_seconds(self.target.pids())
            imported = await self.watch(person, self.archive, self.plan.plays)
            await asyncio.sleep(SETTLED_SECONDS)
            cpu = cpu_between(before, cpu_seconds(self.target.pids()))
            somebody = await asked(person)
        questions = whole_lives(somebody.life, max(5, self.plan.questions // 8))
        outcome = await self.ask(somebody, questions, connections=1)
        return Round(imported, cpu, outcome.ms)

    async def ask(
        self, somebody: Asked, windows: list[Window], connections: int, seconds: float = NO_LIMIT, samples: int = 0
    ) -> Outcome:
        """Have each window asked for once."""
        return await ask(self.order(somebody, [window.path for window in windows], connections, seconds, samples))

    def order(
        self, somebody: Asked, paths: list[str], connections: int, seconds: float, samples: int = 0, again: bool = False
    ) -> Order:
        """An order for the load client, at the stack."""
        address = urlsplit(self.target.url)
        assert address.hostname and address.port
        return Order(
            host=address.hostname,
            port=address.port,
            cookie=somebody.cookie,
            paths=paths,
            connections=connections,
            seconds=seconds,
            samples=samples,
            again=again,
        )

    @asynccontextmanager
    async def signed_in(self) -> AsyncIterator[Person]:
        """Somebody new."""
        self.stored += 1
        async with signed_in(self.target.url, f"{self.name}-{self.stored}") as person:
            yield person


async def asked(person: Person) -> Asked:
    """Whoever has a history can be asked: sets their zone, and brings the history into the worker's memory."""
    async with person.http.patch(f"{person.url}/api/v1/me", json={"time_zone": ZONE}, headers=person.csrf) as answer:
        assert answer.status == 200, await answer.text()
    whole = await person.wrapped()
    cookies = person.http.cookie_jar.filter_cookies(person.url)  # type: ignore[arg-type]
    cookie = "; ".join(f"{name}={morsel.value}" for name, morsel in cookies.items())
    return Asked(cookie, Window(date.fromisoformat(whole["from"]), date.fromisoformat(whole["to"])))

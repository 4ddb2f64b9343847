"""Pictures of somebody new from a Spotify that takes its time, and reports while nobody looks for pictures."""

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import aiohttp
import msgspec

from stack.processes import DOUBLE
from tests.bench.bench import Asked, Bench
from tests.bench.figures.figure import Figure
from tests.bench.figures.pictures import calls_again, pictures_complete, reports_without_enricher
from tests.bench.questions import whole_lives

LATENCY_MS = 100
LOOK_S = 0.05
GIVEN_UP_S = 60.0
PATH = "/api/v1/wrapped?limit=50"
UNSEEN = 500
"""A seed that no other stage uses: nothing of this history was ever looked at."""


async def pictures(bench: Bench) -> list[Figure]:
    """The top 50 tracks and artists of somebody new, some times; the same page again; without the enricher."""
    double = f"http://127.0.0.1:{_ports(bench)[DOUBLE]}/_double"
    async with aiohttp.ClientSession() as http:
        await http.post(f"{double}/switches", json={"latency_ms": LATENCY_MS})
        before, rounds = await _calls(http, double), []
        for seed in range(UNSEEN, UNSEEN + bench.plan.rounds):
            somebody = await bench.new_person(bench.histories.extended(bench.plan.plays, seed), bench.plan.plays)
            rounds.append(await _complete(http, bench, somebody))
            settled = await _settled(http, bench, somebody, double)
        await _wrapped(http, bench, somebody)
        calls = await _calls(http, double)
        await http.delete(f"{double}/switches")
    made = {name: (calls[name] - before.get(name, 0)) // len(rounds) for name in calls}
    figures = [pictures_complete(rounds, LATENCY_MS, made), calls_again(sum(calls.values()) - settled)]
    return [*figures, await _without_enricher(bench, somebody)]


async def _complete(http: aiohttp.ClientSession, bench: Bench, somebody: Asked) -> float:
    """Seconds from the first report until every cover and artist of its top lists is there."""
    began = time.monotonic()
    while time.monotonic() - began < GIVEN_UP_S:
        report = await _wrapped(http, bench, somebody)
        places = [*(row["cover"] for row in report["top_tracks"]), *(row["image"] for row in report["top_artists"])]
        if all(places) or report["media"] == "complete":  # what the double does not find has no picture
            return time.monotonic() - began
        await asyncio.sleep(LOOK_S)
    raise TimeoutError(f"{places.count(None)} of {len(places)} pictures are still missing")


async def _settled(http: aiohttp.ClientSession, bench: Bench, somebody: Asked, double: str) -> int:
    """How many calls there were when the whole page was complete."""
    async with asyncio.timeout(GIVEN_UP_S):
        while (await _wrapped(http, bench, somebody))["media"] != "complete":
            await asyncio.sleep(LOOK_S)
    return sum((await _calls(http, double)).values())


async def _without_enricher(bench: Bench, somebody: Asked) -> Figure:
    """The same questions with the enricher at work and with it stopped, by turns."""
    windows = whole_lives(somebody.life, 4 * bench.plan.questions)
    size = len(windows) // 4
    ms: dict[bool, list[float]] = {True: [], False: []}
    for number, stopped in enumerate((False, True, True, False)):
        with _stopped(bench.target.pids()["enricher"], stopped):
            asked = windows[number * size : (number + 1) * size]
            ms[stopped] += (await bench.ask(somebody, asked, connections=1)).ms
    return reports_without_enricher(ms[True], ms[False])


@contextmanager
def _stopped(pid: int, stopped: bool) -> Iterator[None]:
    if stopped:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


async def _wrapped(http: aiohttp.ClientSession, bench: Bench, somebody: Asked) -> dict[str, Any]:
    async with http.get(f"{bench.target.url}{PATH}", headers={"Cookie": somebody.cookie}) as answer:
        return dict(await answer.json())


async def _calls(http: aiohttp.ClientSession, double: str) -> dict[str, int]:
    async with http.get(f"{double}/calls") as answer:
        return {name: made for name, made in (await answer.json()).items() if name.startswith(("api", "oembed"))}


def _ports(bench: Bench) -> dict[str, int]:
    return msgspec.json.decode((bench.target.run / "ports.json").read_bytes(), type=dict[str, int])

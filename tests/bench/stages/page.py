"""The built page in Chromium with its processor slowed down: how it opens, how it answers, how Lighthouse judges it."""

import aiohttp
import msgspec
from playwright.async_api import Browser

from stack.processes import DOUBLE
from tests.bench.bench import Asked, Bench
from tests.bench.figures import page as figures
from tests.bench.figures.figure import Figure
from tests.bench.histories import ZONE
from tests.bench.page.changes import changes
from tests.bench.page.judgement import judged
from tests.bench.page.opening import opening
from tests.bench.page.shown import differing
from tests.bench.page.walk import walk
from tests.bench.rivals.ask import ask_rival
from tests.browser.chromium import WHOLE, running_chromium

LATENCY_MS = 100
UNSEEN = 700
"""A seed that no other stage uses: no picture of these histories is known."""
SMALL_SHARE = 15
JUDGED = ("/", "/plays/", "/imports/", "/settings/", "/story/")
SIGNED_OUT = "/ signed out"


async def page(bench: Bench) -> list[Figure]:
    """On the history that is timed and on the large one, after pictures that come while somebody new looks on."""
    async with running_chromium(WHOLE) as browser:
        found = [await _arriving(browser, bench)]
        for plays in (bench.plan.plays, bench.plan.large_plays):
            somebody = await bench.new_person(bench.histories.extended(plays), plays)
            found += await _of(browser, bench, somebody, plays)
            found.append(await _exact(browser, bench, somebody, plays))
    return [*found, *await _judged(bench, somebody)]


async def _of(browser: Browser, bench: Bench, somebody: Asked, plays: int) -> list[Figure]:
    """One visit that counts for nothing brings report and pictures into the gateway's memory."""
    url, rounds = bench.target.url, range(bench.plan.rounds)
    await opening(browser, url, somebody)
    opened = [await opening(browser, url, somebody) for _ in rounds]
    changed = [await changes(browser, url, somebody) for _ in rounds]
    walks = [await walk(browser, url, somebody) for _ in rounds]
    return [
        *(figures.weights(opened[0]) if plays == bench.plan.plays else []),
        figures.largest_paint(plays, opened),
        figures.shifts(plays, opened, "pictures known"),
        figures.change_known(plays, [change for each in changed for change in each.known]),
        figures.change_asked(plays, [change for each in changed for change in each.asked]),
        figures.interactions(plays, walks),
    ]


async def _arriving(browser: Browser, bench: Bench) -> Figure:
    """Each time somebody new looks at the page for the first time, while Spotify takes its time."""
    ports = msgspec.json.decode((bench.target.run / "ports.json").read_bytes(), type=dict[str, int])
    switches = f"http://127.0.0.1:{ports[DOUBLE]}/_double/switches"
    plays, opened = bench.plan.plays // SMALL_SHARE, []
    async with aiohttp.ClientSession() as http:
        await http.post(switches, json={"latency_ms": LATENCY_MS})
        for seed in range(UNSEEN, UNSEEN + bench.plan.rounds):
            somebody = await bench.new_person(bench.histories.extended(plays, seed), plays)
            opened.append(await opening(browser, bench.target.url, somebody))
        await http.delete(switches)
    return figures.shifts(plays, opened, "pictures arriving")


async def _exact(browser: Browser, bench: Bench, somebody: Asked, plays: int) -> Figure:
    """The page beside DuckDB's report of the same whole life."""
    rival = await ask_rival(bench.histories.extended(plays), ZONE, [somebody.life], threads=1)
    return figures.exact(plays, await differing(browser, bench.target.url, somebody, rival.first))


async def _judged(bench: Bench, somebody: Asked) -> list[Figure]:
    url = bench.target.url
    pages = {SIGNED_OUT: await judged(f"{url}/", None)}
    for path in JUDGED:
        pages[path] = await judged(url + path, somebody.cookie)
    return figures.scores(pages)

"""What the page costs in a browser whose processor is slowed down four times."""

from collections.abc import Sequence
from statistics import median

from tests.bench import machine
from tests.bench.figures.figure import Figure, spread
from tests.bench.page.changes import Change
from tests.bench.page.judgement import Judgement
from tests.bench.page.opening import Opening
from tests.bench.page.walk import Steps

SCRIPT_KB = 200.0
FONTS_KB = 80.0
PAINT_MS = 1500.0
SHIFT = 0.02
KNOWN_MS = 100.0
ASKED_MS = 300.0
INTERACTION_MS = 100.0
SCORES = {"accessibility": 100.0, "best-practices": 95.0}
SLOWEST_SHOWN = 4


def weights(opened: Opening) -> list[Figure]:
    """Of the first view with an empty cache, as it was sent."""
    fonts = f"{opened.fonts} files with those of other scripts, {opened.foreign_fonts} of them from elsewhere"
    return [
        Figure(name="page: script of the first load", value=opened.script / 1000, limit=SCRIPT_KB, unit="kB"),
        Figure(
            name="page: Latin fonts of the first load",
            value=opened.latin / 1000,
            limit=FONTS_KB,
            unit="kB",
            beside=fonts,
        ),
    ]


def largest_paint(plays: int, opened: Sequence[Opening]) -> Figure:
    """When the largest part of the first view was there; the gateway has the report."""
    what = ", ".join(sorted({each.painted for each in opened}))
    return _of("largest paint", plays, [each.paint_ms for each in opened], PAINT_MS, what)


def shifts(plays: int, opened: Sequence[Opening], pictures: str) -> Figure:
    """All shifts from the first paint down to the end of the page; `pictures` says how they came."""
    values = [each.shift for each in opened]
    moved = ", ".join(sorted({what for each in opened for what in each.shifted})) or "nothing moved"
    return Figure(
        name=f"page: layout shift, {pictures}, {plays:,} plays",
        value=median(values),
        limit=SHIFT,
        unit="",
        beside=f"median {median(values):.4f} of {len(values)} (up to {max(values):.4f}); {moved}",
        raw={"shift": values},
    )


def change_known(plays: int, changes: Sequence[Change]) -> Figure:
    """From the choice of a window that the page has got to its numbers on the screen."""
    return _of("new window, known", plays, [each.ms for each in changes], KNOWN_MS)


def change_asked(plays: int, changes: Sequence[Change]) -> Figure:
    """The same for one that is asked for, without the time until the gateway's first byte."""
    gateway = spread([each.gateway_ms for each in changes], "ms")
    beyond = [each.ms - each.gateway_ms for each in changes]
    return _of("new window, beyond the gateway's time", plays, beyond, ASKED_MS, f"the gateway's {gateway}")


def interactions(plays: int, walks: Sequence[Steps]) -> Figure:
    """The longest interaction of each walk."""
    steps = {name: median(steps[name] for steps in walks) for name in walks[0]}
    slowest = sorted(steps.items(), key=lambda step: -step[1])[:SLOWEST_SHOWN]
    said = ", ".join(f"{name} {ms:.0f}" for name, ms in slowest)
    longest = [max(steps.values()) for steps in walks]
    return _of(
        "any interaction to the next paint", plays, longest, INTERACTION_MS, f"{len(steps)} steps, slowest: {said}"
    )


def exact(plays: int, differing: Sequence[str]) -> Figure:
    """What the page shows of a whole life beside another's report of it."""
    return Figure(
        name=f"page: numbers that differ from DuckDB's, {plays:,} plays",
        value=len(differing),
        limit=0,
        unit="",
        beside="; ".join(differing) or "favourites, hours, plays and the first rows are equal",
    )


def scores(judged: dict[str, Judgement]) -> list[Figure]:
    """Lighthouse's lowest scores over the pages, by their name."""
    findings = "; ".join(f"{page}: {', '.join(each.findings)}" for page, each in judged.items() if each.findings)
    figures = []
    for category, limit in SCORES.items():
        reached = [each.scores[category] for each in judged.values()]
        figures.append(
            Figure(
                name=f"page: Lighthouse {category}, lowest of {len(reached)} pages",
                value=min(reached),
                limit=limit,
                unit="",
                at_least=True,
                beside=", ".join(f"{page} {each.scores[category]:.0f}" for page, each in judged.items())
                + (f"; {findings}" if findings else ""),
                raw={"scores": reached},
            )
        )
    return figures


def _of(what: str, plays: int, ms: list[float], limit: float, beside: str = "") -> Figure:
    said = "; ".join(part for part in (spread(ms, "ms"), beside, f"load {machine.load()}") if part)
    return Figure(
        name=f"page: {what}, {plays:,} plays", value=median(ms), limit=limit, unit="ms", beside=said, raw={"ms": ms}
    )

"""Exact over the whole stack: every part of every report is what the reference counts, and every number opens.

A history of edges in every format, in zones of every kind, in windows from a day to a life; merge laws; double logging;
plays of the live feed that an export replaces.
"""

import uuid
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import date
from random import Random
from typing import Any

import pytest

from tests.e2e.opened import sample, wrongly_opened
from tests.e2e.truth import EVERYTHING, Truth, assert_account, assert_same, differences_of
from tests.harness.client import Person, signed_in
from tests.harness.histories.broken import zip_of
from tests.harness.histories.edges import edge_listens
from tests.harness.histories.extended import Age, extended_row
from tests.harness.histories.files import encode
from tests.harness.histories.listens import Listen
from tests.harness.histories.row_strategies import FAR_FUTURE_MS, ExportFile, Format, export_file
from tests.harness.histories.strategies import ZONES
from tests.harness.live_feed import publish_live
from tests.harness.reference.numbers import openings
from tests.harness.reference.plays import Play
from tests.harness.reference.rows import play_of
from tests.harness.reference.uploads import read_bytes
from tests.harness.reference.wrapped import Window, wrapped
from tests.harness.stack import Nachklang

PLAYS = 900
WINDOWS: tuple[Window, ...] = (
    EVERYTHING,
    (date(2020, 2, 28), date(2020, 3, 1)),
    (date(2020, 1, 1), date(2020, 12, 31)),
    (date(2011, 12, 30), date(2011, 12, 30)),
    (date(2021, 1, 1), date(2022, 6, 30)),
    (date(2020, 10, 25), None),
    (None, date(2020, 3, 29)),
    (date(1950, 1, 1), date(2030, 1, 1)),
    (date(2030, 1, 1), date(2030, 1, 31)),
)
Body = tuple[str, bytes]


def split(whole: ExportFile, seed: int, parts: int = 3) -> list[Body]:
    """The rows in some files, in no order: rows that could be one play stay together, everything else does not."""
    rng = Random(seed)
    place_of: dict[object, int] = {}
    files: list[list[dict[str, Any]]] = [[] for _ in range(parts)]
    for row in rng.sample(whole.rows, len(whole.rows)):
        agreement = play_of(row, whole.source, FAR_FUTURE_MS).agreement
        files[place_of.setdefault(agreement, rng.randrange(parts))].append(row)
    return [(f"{whole.source}_{number}.json", encode(rows)) for number, rows in enumerate(files) if rows]


def alike(heard: list[Listen]) -> list[list[Listen]]:
    """Plays that could be one play, together: an export has all of them, or none.

    Otherwise an account row may be left beside an extended one of the same minute, and where that ends with the full
    minute nobody can say which of them was first.
    """
    groups: dict[object, list[Listen]] = defaultdict(list)
    for listen in heard:
        groups[listen.item.artist, listen.item.title, listen.ms, listen.ended_at // 60].append(listen)
    return list(groups.values())


async def imported(person: Person, truth: Truth, name: str, body: bytes) -> None:
    """Upload one body; its account is that of the reference."""
    assert_account(await person.imported(body, name), truth.history.add(read_bytes(name, body)))


@pytest.fixture(scope="module")
async def edges(nachklang: Nachklang) -> AsyncIterator[tuple[Person, Truth]]:
    """Somebody with a history of edges: an account export, an extended one that covers half of it, and an old one."""
    heard = alike(edge_listens(seed=3, count=PLAYS))
    formats: tuple[tuple[Format, list[list[Listen]]], ...] = (
        ("account", heard[: len(heard) // 2]),
        (Age.KEYS_23, heard[len(heard) // 4 : -len(heard) // 8]),
        ("old account", heard[-len(heard) // 4 :]),
    )
    truth = Truth()
    async with signed_in(nachklang.url, f"e-{uuid.uuid4().hex[:20]}") as person:
        for number, (kind, groups) in enumerate(formats):
            rows = export_file([listen for group in groups for listen in group], kind)
            await imported(person, truth, "export.zip", zip_of(*split(rows, number)))
        yield person, truth


@pytest.mark.parametrize("zone", ZONES)
async def test_every_part_in_every_window_and_order(edges: tuple[Person, Truth], zone: str) -> None:
    person, truth = edges
    await person.in_zone(zone)
    await assert_same(person, truth, WINDOWS)
    assert await differences_of(person, truth, WINDOWS[2], limit=2) == []


@pytest.mark.parametrize("zone", ["UTC", "Australia/Lord_Howe", "Asia/Kathmandu"])
@pytest.mark.parametrize("window", [WINDOWS[0], WINDOWS[2], WINDOWS[4]])
async def test_every_number_opens_to_exactly_its_plays(edges: tuple[Person, Truth], zone: str, window: Window) -> None:
    person, truth = edges
    await person.in_zone(zone)
    report = wrapped(truth.plays, zone, window)
    wrong = [
        line for opening in sample(openings(report), seed=len(zone))
        for line in await wrongly_opened(person, truth.plays, opening)
    ]  # fmt: skip
    assert wrong == []


async def test_any_split_any_order_and_any_repetition_give_the_same_answer(nachklang: Nachklang) -> None:
    whole = export_file(edge_listens(seed=5, count=300), Age.KEYS_23)
    truth = Truth()
    truth.history.add(read_bytes("whole.json", whole.content))
    parts = split(whole, seed=1, parts=4)
    ways: tuple[list[Body], ...] = (
        [("whole.json", whole.content)],
        [*parts, parts[0]],
        [*reversed(parts), ("whole.json", whole.content)],
        [("zip", zip_of(*reversed(parts))), ("zip", zip_of(*split(whole, seed=2)))],
    )
    async with AsyncExitStack() as people:
        for way in ways:
            person = await people.enter_async_context(signed_in(nachklang.url, f"m-{uuid.uuid4().hex[:20]}"))
            for name, body in way:
                assert (await person.imported(body, name))["state"] == "done"
            await assert_same(person, truth, WINDOWS[:3])


def row_of(ended_at: int, title: str, ms_played: int = 200_000) -> dict[str, Any]:
    """A row of an extended export."""
    listen = edge_listens(seed=1, count=1)[0]
    names = {"master_metadata_track_name": title, "master_metadata_album_artist_name": "Live"}
    moment = extended_row(Listen(listen.item, ms_played, "", "", listen.habits, ended_at), Age.KEYS_23)
    return {**moment, **names, "spotify_track_uri": None, "incognito_mode": False}


def live(ended_at: int, title: str, ms_played: int = 200_000) -> Play:
    """The same as the live feed tells it."""
    return Play("live", ended_at * 1000 + 250, ms_played, "track", "Live", title, "", "", private=None)


async def told_live(nachklang: Nachklang, person: Person, truth: Truth, *plays: Play) -> None:
    """Publish plays of the feed, and wait until the report counts what the reference counts."""
    truth.history.add_live(plays)
    await publish_live(nachklang.parts.kafka.bootstrap, str(person.me["id"]), plays)
    expected = wrapped(truth.plays, "UTC")["totals"]["plays"]
    await person.eventually(lambda report: bool(report["totals"]["plays"] == expected))


async def test_an_export_replaces_the_plays_of_the_live_feed_whichever_came_first(
    nachklang: Nachklang, person: Person
) -> None:
    noon = 1_700_049_600
    truth = Truth()
    await told_live(nachklang, person, truth, live(noon, "same"), live(noon + 300, "gone"), live(noon + 3600, "stays"))
    await assert_same(person, truth)
    estimates = (await person.wrapped())["totals"]["estimated"]
    assert estimates == {"ms_played": 600_000, "streams": 3, "plays": 3}
    export = [row_of(noon + 30, "same"), row_of(noon + 1_200, "newest", 40_000)]
    upload = await person.imported(encode(export), "export.json")
    account = truth.history.add(read_bytes("export.json", encode(export)))
    assert_account(upload, account)
    assert upload["rows"]["replaced_estimates"] == 1
    assert (await person.wrapped())["totals"]["estimated"]["plays"] == 1
    await assert_same(person, truth)
    await told_live(nachklang, person, truth, live(noon + 900, "late"), live(noon + 7_200, "after"))
    await assert_same(person, truth)
    plays, _ = await person.plays(estimate="true")
    assert [play["title"] for play in plays] == ["after", "stays"]


async def test_double_logging_is_stored_shown_and_counted_nowhere(person: Person) -> None:
    noon = 1_700_049_600
    rows = [row_of(noon + second, "twice") for second in (0, 5, 197, 198)] + [row_of(noon, "once")]
    truth = Truth()
    upload = await person.imported(encode(rows), "export.json")
    assert_account(upload, truth.history.add(read_bytes("export.json", encode(rows))))
    assert (upload["rows"]["imported"], upload["rows"]["doubles"]) == (5, 2)
    await assert_same(person, truth)
    plays, sums = await person.plays(track="twice")
    assert [play["double"] for play in plays] == [False, True, True, False]
    assert sums == {"ms_played": 400_000, "streams": 2, "plays": 2}

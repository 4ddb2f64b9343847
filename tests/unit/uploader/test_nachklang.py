"""What the rows of a history that was given out may say, and what becomes of them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from contracts.messages.plays import PlayColumns, Source
from tests.unit.uploader.uploads import read_upload

RANK: dict[Source, int] = {"live": 0, "account": 1, "extended": 2}
ID = "0" * 21 + "A"
GOOD = {
    "nachklang": 1, "source": "extended", "played_at": "2024-03-05T10:11:12.000Z", "ms_played": 215_000,
    "kind": "track", "artist": "Die Nachbarn", "title": "Treppenhaus", "album": "Haus", "spotify_id": ID,
    "platform": "android", "country": "DE", "reason_start": "trackdone", "reason_end": "fwdbtn", "shuffle": True,
    "skipped": False, "offline": None, "offline_at": 1_709_633_000_000, "private": False,
}  # fmt: skip


def plays_in(records: Iterable[tuple[Source, PlayColumns]]) -> Iterator[dict[str, Any]]:
    """Each play of some records as one object with its source."""
    for source, columns in records:
        names = columns.__struct_fields__
        for fields in zip(*(getattr(columns, name) for name in names), strict=True):
            yield {"source": source, **dict(zip(names, fields, strict=True))}


def uploaded(body: bytes) -> Iterator[dict[str, Any]]:
    return plays_in((source, columns) for _, source, columns in read_upload(body).records)


def one(**fields: Any) -> dict[str, Any]:
    """The play in one row."""
    (play,) = uploaded(json.dumps([GOOD | fields]).encode())
    return play


def test_all_fields_are_read() -> None:
    told = one() | {"nachklang": 1, "played_at": GOOD["played_at"]}
    assert one()["played_at"] == 1_709_633_472_000
    assert {name: told[name] for name in GOOD} == GOOD


def test_sources_lie_in_one_file_and_keep_what_they_are() -> None:
    rows = [GOOD | {"source": source, "title": source} for source in RANK for _ in range(3)]
    found = read_upload(json.dumps(rows).encode())
    assert [(file.format, file.read, file.rejected) for file in found.tallies] == [("nachklang", 9, 0)]
    assert {source for _, source, _ in found.records} == set(RANK)
    assert all(play["title"] == play["source"] for play in plays_in((s, c) for _, s, c in found.records))


def test_plays_that_are_alike_are_numbered_over_all_sources_of_a_file() -> None:
    rows = [GOOD | {"source": source} for source in RANK]
    assert len({play["identity"] for play in uploaded(json.dumps(rows).encode())}) == 3


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"source": "elsewhere"}, {"source": "account", "played_at": 1_709_633_460_000}),
        ({"source": "account"}, {"played_at": 1_709_633_460_000}),
        ({"source": "live", "played_at": "2024-03-05T10:11:12.345Z"}, {"played_at": 1_709_633_472_345}),
        ({"kind": "chapter"}, {"kind": "chapter"}),
        ({"kind": 5}, {"kind": "track"}),
        ({"kind": None, "title": None, "spotify_id": "no id"}, {"kind": "episode", "spotify_id": None}),
        ({"offline_at": 5, "shuffle": "yes"}, {"offline_at": None, "shuffle": None}),
    ],
)
def test_what_a_row_may_say(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert one(**fields).items() >= expected.items()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (5, "not an object"),
        (GOOD | {"ms_played": 1.5}, "ms_played is not an integer"),
        (GOOD | {"ms_played": -1}, "ms_played is negative"),
        (GOOD | {"played_at": None}, "played_at is missing"),
        (GOOD | {"played_at": "2024-03-05T10:11:12Z"}, "played_at cannot be read"),
        (GOOD | {"played_at": "2024-03-05T10:11:12.0x0Z"}, "played_at cannot be read"),
        (GOOD | {"played_at": "2099-03-05T10:11:12.000Z"}, "played_at is in the future"),
    ],
)
def test_what_is_no_play(row: object, reason: str) -> None:
    found = read_upload(json.dumps([GOOD, row]).encode())
    assert found.rejected == {0: [(2, reason)]}


def test_the_newest_row_that_is_no_estimate() -> None:
    rows = [
        GOOD | {"source": source, "played_at": f"202{year}-03-05T10:11:12.000Z"} for year, source in enumerate(RANK)
    ]
    assert read_upload(json.dumps(rows[:2]).encode()).tallies[0].newest_at == 1_614_939_060_000
    assert read_upload(json.dumps(rows[:1]).encode()).tallies[0].newest_at is None

"""What was given out comes in again as it was: the same plays with the same identities."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.messages.feed import RecentPlay, RecentPlaysFetched
from contracts.messages.plays import PlayColumns, Source
from tests.harness.histories.broken import zip_of
from tests.harness.histories.row_strategies import FORMATS, export_file, listening
from tests.harness.nachklang_rows import row_of, year_files
from tests.unit.uploader.uploads import NOW_MS, read_upload
from uploader.domain.recent_plays import new_plays
from uploader.domain.records import in_records

Stored = dict[str, dict[str, Any]]
RANK: dict[Source, int] = {"live": 0, "account": 1, "extended": 2}
ID = "0" * 21 + "A"
GOOD = {
    "nachklang": 1, "source": "extended", "played_at": "2024-03-05T10:11:12.000Z", "ms_played": 215_000,
    "kind": "track", "artist": "Die Nachbarn", "title": "Treppenhaus", "album": "Haus", "spotify_id": ID,
    "platform": "android", "country": "DE", "reason_start": "trackdone", "reason_end": "fwdbtn", "shuffle": True,
    "skipped": False, "offline": None, "offline_at": 1_709_633_000_000, "private": False,
}  # fmt: skip

recent = st.builds(
    RecentPlay,
    played_at=st.integers(1_700_000_000_000, 1_700_000_400_000),
    spotify_id=st.sampled_from([ID, None]),
    title=st.sampled_from(["Low", "😀", ""]),
    artist=st.sampled_from(["A", ""]),
    album=st.sampled_from(["L", None]),
    duration_ms=st.sampled_from([0, 31_000]),
)


def plays_in(records: Iterable[tuple[Source, PlayColumns]]) -> Iterator[dict[str, Any]]:
    """Each play of some records as one object with its source."""
    for source, columns in records:
        names = columns.__struct_fields__
        for fields in zip(*(getattr(columns, name) for name in names), strict=True):
            yield {"source": source, **dict(zip(names, fields, strict=True))}


def kept(plays: Iterable[dict[str, Any]]) -> Stored:
    """Of plays with one identity the one of the best source, as they are stored."""
    found: Stored = {}
    for play in plays:
        known = found.get(play["identity"])
        if known is None or RANK[known["source"]] < RANK[play["source"]]:
            found[play["identity"]] = play
    return found


def contents(stored: Stored) -> Counter[str]:
    """What is known of the plays, but for where they stood and how those that are alike are numbered."""
    without = {"identity", "row"}
    return Counter(repr({name: play[name] for name in sorted(play.keys() - without)}) for play in stored.values())


def uploaded(body: bytes) -> Iterator[dict[str, Any]]:
    return plays_in((source, columns) for _, source, columns in read_upload(body).records)


def one(**fields: Any) -> dict[str, Any]:
    """The play in one row."""
    (play,) = uploaded(json.dumps([GOOD | fields]).encode())
    return play


@given(listening(), st.lists(st.sampled_from(FORMATS), max_size=2), st.lists(recent, max_size=6))
def test_a_history_survives_being_given_out_and_read(heard: Any, formats: Any, listed: list[RecentPlay]) -> None:
    answer = RecentPlaysFetched(person_id="p", request_id="r", fetched_at=NOW_MS, full=False, plays=listed)
    plays = list(plays_in(in_records(new_plays(answer, None))))
    for format in formats:
        plays += uploaded(export_file(heard, format).content)
    stored = kept(plays)
    if stored:
        again = kept(uploaded(zip_of(*year_files(stored.values()))))
        assert again.keys() == stored.keys()
        assert contents(again) == contents(stored)


def test_all_fields_are_read() -> None:
    assert row_of(one()) == GOOD


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

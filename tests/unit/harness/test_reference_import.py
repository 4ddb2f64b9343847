"""The reference keeps the laws of product.md: identity, the better row, the account of every row."""

import json
import zipfile
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harness.histories.packages import write_pair
from tests.harness.histories.timeline import Person
from tests.harness.reference.history import History, Rows
from tests.harness.reference.rows import play_of
from tests.harness.reference.uploads import HistoryFile, read_upload
from tests.harness.reference.wrapped import wrapped

NOW_MS = 1_800_000_000_000
Row = dict[str, Any]


def extended(minute: int, second: int, title: str, ms: int, **more: object) -> Row:
    return {
        "ts": f"2024-05-01T10:{minute:02d}:{second:02d}Z",
        "ms_played": ms,
        "master_metadata_track_name": title,
        "master_metadata_album_artist_name": "A",
        **more,
    }


def account_twin(row: Row) -> Row:
    end = row["ts"][:16].replace("T", " ")
    return {
        "endTime": end,
        "artistName": "A",
        "trackName": row["master_metadata_track_name"],
        "msPlayed": row["ms_played"],
    }


rows = st.builds(
    extended, st.integers(0, 2), st.integers(0, 59), st.sampled_from("xyz"), st.sampled_from([0, 0, 31_000])
)
files = st.lists(rows, max_size=12).map(lambda rows: HistoryFile("e.json", "extended", rows))
account_files = st.lists(rows, max_size=12).map(
    lambda rows: HistoryFile("a.json", "account", [account_twin(row) for row in rows])
)
uploads = st.lists(st.lists(files | account_files, max_size=3), max_size=4)


@given(uploads)
def test_importing_again_adds_nothing(sequence: list[list[HistoryFile]]) -> None:
    history = History(NOW_MS)
    for upload in sequence:
        history.add(upload)
    before = history.plays()
    for upload in sequence:
        again = history.add(upload).rows
        assert (again.imported, again.improved) == (0, 0)
        assert again.duplicate == again.read
    assert history.plays() == before


@given(uploads, st.randoms(use_true_random=False))
def test_any_order_of_rows_files_and_uploads_gives_the_same_plays(
    sequence: list[list[HistoryFile]], random: Any
) -> None:
    shuffled = [
        [replace(file, rows=random.sample(file.rows, len(file.rows))) for file in random.sample(upload, len(upload))]
        for upload in random.sample(sequence, len(sequence))
    ]
    assert _plays(sequence) == _plays(shuffled)


@given(uploads)
def test_every_row_is_accounted_for(sequence: list[list[HistoryFile]]) -> None:
    history = History(NOW_MS)
    accounts = [history.add(upload).rows for upload in sequence]
    assert all(one.read == one.imported + one.duplicate + one.rejected for one in accounts)
    assert sum(one.imported for one in accounts) == len(history.plays())
    assert all(one.improved <= one.duplicate for one in accounts)


@given(st.lists(rows, max_size=15), st.randoms(use_true_random=False))
def test_account_and_extended_rows_of_one_listening_are_the_extended_rows(listening: list[Row], random: Any) -> None:
    whole = HistoryFile("e.json", "extended", listening)
    shuffled = [account_twin(row) for row in random.sample(listening, len(listening))]
    account = HistoryFile("a.json", "account", shuffled)
    for order in permutations([whole, account]):
        assert _plays([[file] for file in order]) == _plays([[whole]])


def test_a_generated_pair_gives_exactly_the_extended_rows(tmp_path: Path) -> None:
    pair = [read_upload(path) for path in write_pair(tmp_path, Person(seed=11, plays=4_000))]
    account, whole = pair
    both = History(NOW_MS)
    first = both.add(account).rows
    second = both.add(whole).rows
    assert second.improved == second.duplicate == first.imported > 500
    assert both.plays() == _plays([whole]) == _plays([whole, account])
    assert wrapped(both.plays(), "Europe/Berlin") == wrapped(_plays([whole]), "Europe/Berlin")


def test_occurrences_are_counted_within_a_file_and_the_larger_number_is_kept() -> None:
    three = HistoryFile("1", "extended", [extended(1, 5, "x", 0)] * 3)
    two = HistoryFile("2", "extended", [extended(1, 5, "x", 0)] * 2)
    history = History(NOW_MS)
    assert history.add([two]).rows == Rows(read=2, imported=2)
    assert history.add([three, two]).rows == Rows(read=5, imported=1, duplicate=4)


def test_the_account_names_file_row_and_reason() -> None:
    bad: list[object] = [extended(1, 1, "x", 5), 7, extended(1, 1, "x", -5)]
    account = History(NOW_MS).add([HistoryFile("f.json", "extended", bad), HistoryFile("g.pdf", "ignored", [])])
    assert [(one.file, one.row, one.reason) for one in account.rejections] == [
        ("f.json", 2, "not an object"), ("f.json", 3, "ms_played is negative"),
    ]  # fmt: skip
    assert account.reasons == {"not an object": 1, "ms_played is negative": 1}
    assert [file.rows.read for file in account.files] == [3, 0]


@pytest.mark.parametrize(
    ("fields", "kind", "artist", "title"),
    [
        ({"spotify_track_uri": "spotify:track:1", "audiobook_title": "B"}, "track", "", ""),
        ({"audiobook_title": "B", "audiobook_chapter_title": "C", "episode_name": "E"}, "chapter", "B", "C"),
        ({"audiobook_uri": "spotify:show:1"}, "chapter", "", ""),
        ({"episode_name": "E", "episode_show_name": "S"}, "episode", "S", "E"),
        ({}, "episode", "", ""),
        (
            {"master_metadata_track_name": " e\u0301\u00a0", "master_metadata_album_artist_name": "\ud800"},
            "track",
            "\ufffd",
            "é",
        ),
    ],
)
def test_kind_and_names_follow_the_fields(fields: Row, kind: str, artist: str, title: str) -> None:
    play = play_of({"ts": "2024-05-01T10:00:00Z", "ms_played": 1, **fields}, "extended", NOW_MS)
    assert (play.kind, play.artist, play.title) == (kind, artist, title)


def test_reads_zips_and_single_files(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(json.dumps([extended(1, 1, "x", 5)]))
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("MyData/b.json", json.dumps([account_twin(extended(1, 1, "x", 5))]))
        archive.writestr("MyData/empty/", b"")
        archive.writestr("Identity.json", b"{}")
    found = read_upload(tmp_path / "one.json", tmp_path / "two.zip")
    assert [(file.name, file.format, len(file.rows)) for file in found] == [
        ("one.json", "extended", 1), ("MyData/b.json", "account", 1), ("Identity.json", "ignored", 0),
    ]  # fmt: skip


def _plays(sequence: list[list[HistoryFile]] | list[HistoryFile]) -> Any:
    history = History(NOW_MS)
    for upload in sequence:
        history.add(upload if isinstance(upload, list) else [upload])
    return history.plays()

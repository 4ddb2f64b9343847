"""Exports have the shapes that exports.md and spotify.md describe."""

import json
import re
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.harness.histories.account import last_year
from tests.harness.histories.extended import Age, extended_row
from tests.harness.histories.files import BOM, ExtendedStyle, account_files, extended_files
from tests.harness.histories.packages import Packing, write_account_zip, write_extended_zip
from tests.harness.histories.timeline import Person, catalogue_of, listens

PERSON = Person(seed=5, plays=3_000)
PLAYS = list(listens(PERSON))


@pytest.mark.parametrize(
    ("age", "keys"), [(Age.KEYS_23, 23), (Age.KEYS_21, 21), (Age.KEYS_19, 19), (Age.WITH_PLACES, 25)]
)
def test_rows_have_the_keys_of_their_age(age: Age, keys: int) -> None:
    rows = [extended_row(listen, age) for listen in PLAYS]
    assert {len(row) for row in rows} == {keys}
    assert ("username" in rows[0]) == (age in {Age.KEYS_21, Age.WITH_PLACES})
    assert ("spotify_track_uri" in rows[0]) == (age is not Age.WITH_PLACES)


def test_addresses_are_those_kept_for_documentation() -> None:
    for listen in PLAYS:
        assert extended_row(listen, Age.KEYS_23)["ip_addr"].startswith("192.0.2.")


def test_extended_rows_are_as_long_as_measured_and_unsorted() -> None:
    name, content = next(extended_files(PLAYS))
    rows = json.loads(content)
    assert re.fullmatch(r"Streaming_History_Audio_\d{4}-\d{4}_0\.json", name)
    assert 600 < len(content) / len(rows) < 900
    assert [row["ts"] for row in rows] != sorted(row["ts"] for row in rows)


def test_all_plays_are_in_the_files_once_and_files_overlap() -> None:
    files = [json.loads(content) for _, content in extended_files(PLAYS, ExtendedStyle(rows_per_file=500))]
    assert sum(len(rows) for rows in files) == len(PLAYS)
    spans = [(min(row["ts"] for row in rows), max(row["ts"] for row in rows)) for rows in files[:-1]]
    assert any(later[0] < earlier[1] for earlier, later in pairwise(spans))


def test_rows_of_one_minute_stay_in_one_file() -> None:
    minutes = [
        {row["ts"][:16] for row in json.loads(content)}
        for name, content in extended_files(PLAYS, ExtendedStyle(rows_per_file=200))
        if "Audio" in name
    ]
    assert sum(len(part) for part in minutes) == len(set().union(*minutes))


@pytest.mark.parametrize(
    ("style", "pattern"),
    [
        (ExtendedStyle(), r"Streaming_History_(Audio|Video)_\d{4}(-\d{4})?_\d+\.json"),
        (ExtendedStyle(naming="endsong"), r"endsong_\d+\.json|endvideo\.json"),
        (ExtendedStyle(naming="bare_year"), r"\d{4}(-\d{4})?_\d+\.json"),
    ],
)
def test_names_are_those_of_the_naming(style: ExtendedStyle, pattern: str) -> None:
    names = [name for name, _ in extended_files(PLAYS, style)]
    assert all(re.fullmatch(pattern, name) for name in names)
    assert len(names) == len(set(names))


def test_a_byte_order_mark_and_single_lines_can_be_had() -> None:
    _, content = next(extended_files(PLAYS, ExtendedStyle(bom=True, indent=0)))
    assert content.startswith(BOM + b"[{")
    assert b"\n" not in content


def test_account_files_are_sorted_full_and_by_kind() -> None:
    files = {name: json.loads(content) for name, content in account_files(PLAYS, rows_per_file=1_000)}
    assert {
        "StreamingHistory_music_0.json",
        "StreamingHistory_podcast_0.json",
        "StreamingHistory_audiobook_0.json",
    } <= files.keys()
    music = files["StreamingHistory_music_0.json"]
    assert len(music) == 1_000
    assert [row["endTime"] for row in music] == sorted(row["endTime"] for row in music)
    assert music[0].keys() == {"endTime", "artistName", "trackName", "msPlayed"}
    assert files["StreamingHistory_audiobook_0.json"][0].keys() == {
        "endTime",
        "audiobookName",
        "chapterName",
        "authorName",
        "msPlayed",
    }


def test_old_account_files_mix_everything() -> None:
    files = dict(account_files(PLAYS, "old"))
    rows: list[dict[str, Any]] = json.loads(files["StreamingHistory0.json"])
    assert len(rows) == len(PLAYS)
    assert {"Half an Hour of Maps", "Unknown Artist"} <= {row["artistName"] for row in rows}


def test_zips_hold_what_spotify_puts_beside_the_history(tmp_path: Path) -> None:
    recent = last_year(PLAYS, PLAYS[-1].ended_at)
    names = zipfile.ZipFile(write_account_zip(tmp_path / "a.zip", recent)).namelist()
    assert {"Spotify Account Data/Userdata.json", "Spotify Account Data/Read_Me_First.pdf"} <= set(names)
    packing = Packing(folder="", macosx=True, renamed=True)
    names = zipfile.ZipFile(write_extended_zip(tmp_path / "e.zip", PLAYS, packing=packing)).namelist()
    assert {"history (0).json", "__MACOSX/._history (0).json"} <= set(names)


def test_the_same_history_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (
        write_extended_zip(tmp_path / name, listens(PERSON, catalogue_of(PERSON))) for name in ("1.zip", "2.zip")
    )
    assert one.read_bytes() == other.read_bytes()


def test_the_command_writes_a_sample_of_each_format(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.harness.histories", str(tmp_path), "--plays", "1500"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert len(printed.splitlines()) == len(list(tmp_path.iterdir())) == 9

"""The made-up catalogue, and what the Spotify double reads of it."""

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from tests.harness.histories.catalogue import make_catalogue, write_catalogue

CATALOGUE = make_catalogue(3, artists=200)


def test_ids_are_spotifys_and_unique() -> None:
    ids = [track.id for track in CATALOGUE.tracks()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch("[0-9A-Za-z]{22}", one) for one in ids)


def test_some_names_have_two_ids_and_then_one_isrc() -> None:
    by_name = defaultdict(list)
    for track in CATALOGUE.tracks():
        by_name[track.artist, track.title].append(track)
    twice = [tracks for tracks in by_name.values() if len(tracks) > 1]
    assert 0.02 < len(twice) / len(by_name) < 0.07
    assert all(len({track.isrc for track in tracks}) == 1 for tracks in twice)


def test_names_come_in_many_scripts_and_with_twins() -> None:
    names = {track.artist for track in CATALOGUE.tracks()}
    letters = {unicodedata.name(letter, "?").split()[0] for name in names for letter in name}
    assert {"LATIN", "CYRILLIC", "GREEK", "HIRAGANA", "CJK", "HANGUL", "ARABIC", "HEBREW", "DEVANAGARI"} <= letters
    assert {"Arsrik", "Årsrik", "Low Tide Radio", "low tide radio", "🎧 Session", "🎤 Session"} <= names


def test_the_double_gets_every_track_with_every_field(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    count = write_catalogue(path, CATALOGUE)
    rows = json.loads(path.read_bytes())
    assert len(rows) == count == len(list(CATALOGUE.tracks()))
    fields = {"id", "title", "artist", "artist_id", "album", "album_id", "duration_ms", "isrc"}
    assert all(row.keys() == fields and all(row.values()) for row in rows)

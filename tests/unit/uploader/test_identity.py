"""The same plays are the same plays in whatever order and file they stand."""

import json
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.uploader.uploads import read_upload

_names = st.sampled_from(["A", "B", None])
_rows = st.fixed_dictionaries(
    {
        "ts": st.sampled_from(["2024-03-05T10:11:12Z", "2024-03-05T10:11:59Z", "2024-03-05T10:12:00Z"]),
        "ms_played": st.sampled_from([0, 30_000]),
        "master_metadata_track_name": _names,
        "master_metadata_album_artist_name": _names,
        "spotify_track_uri": st.sampled_from([None, "spotify:track:0000000000000000000042", "spotify:track:x"]),
        "skipped": st.sampled_from([None, True]),
    }
)


def identified(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    """Identity and content of each play, sorted."""
    if not rows:
        return []
    ((_, _, found),) = read_upload(json.dumps(rows).encode()).records
    columns = (found.identity, found.fingerprint, found.played_at, found.artist, found.title, found.skipped)
    return sorted(zip(*columns, strict=True), key=repr)


@given(st.lists(_rows, max_size=8), st.randoms())
def test_the_order_of_rows_changes_nothing(rows: list[dict[str, Any]], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert identified(shuffled) == identified(rows)


@given(st.lists(_rows, max_size=8))
def test_every_row_of_a_file_has_an_identity_of_its_own(rows: list[dict[str, Any]]) -> None:
    assert len({identity for identity, *_ in identified(rows)}) == len(rows)


@given(st.lists(_rows, max_size=6), st.lists(_rows, max_size=3))
def test_a_longer_file_knows_the_plays_of_a_shorter_one(rows: list[dict[str, Any]], more: list[dict[str, Any]]) -> None:
    assert {identity for identity, *_ in identified(rows)} <= {identity for identity, *_ in identified(rows + more)}


def test_an_account_row_is_its_extended_row() -> None:
    extended = [
        {"ts": "2024-03-05T10:11:12Z", "ms_played": 5, "master_metadata_track_name": "T",
         "master_metadata_album_artist_name": "A", "spotify_track_uri": "spotify:track:0000000000000000000042"},
        {"ts": "2024-03-05T10:11:40Z", "ms_played": 5, "master_metadata_track_name": "T",
         "master_metadata_album_artist_name": "A"},
    ]  # fmt: skip
    account = [{"endTime": "2024-03-05 10:11", "msPlayed": 5, "artistName": "A", "trackName": "T"}] * 2
    one, other = read_upload(json.dumps(extended).encode()), read_upload(json.dumps(account).encode())
    assert sorted(one.identities()) == sorted(other.identities())


def test_where_there_is_no_name_the_id_stands_for_it() -> None:
    rows = [
        {"ts": "2024-03-05T10:11:12Z", "ms_played": 5, "spotify_track_uri": f"spotify:track:{n:022}"} for n in (1, 2)
    ]
    one, other = (identified([row])[0][0] for row in rows)
    assert one != other

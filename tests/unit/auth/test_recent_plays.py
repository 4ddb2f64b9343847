"""What of a recently-played list is a play, and what is made of gaps in it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auth.domain.recent_plays import (
    SHORTEST_MS,
    Listed,
    ListedAlbum,
    ListedArtist,
    ListedTrack,
    moment,
    recent_plays,
)
from contracts.codec import decode_as, encode
from contracts.messages.feed import RecentPlaysFetched

AT = "2026-09-21T14:13:21.000Z"
AT_MS = 1_790_000_001_000
ANNA, BERTA = ListedArtist("Anna"), ListedArtist("Berta")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-09-21T14:13:21.000Z", AT_MS),
        ("2026-09-21T14:13:21Z", AT_MS),
        ("2026-09-21T14:13:21.123Z", AT_MS + 123),
        ("2026-09-21T14:13:21.123999Z", AT_MS + 123),
        ("2026-09-21T16:13:21+02:00", AT_MS),
        ("2026-09-21T14:13:21", AT_MS),
        ("0001-01-01T00:00:00+23:59", None),
        ("1969-12-31T23:59:59Z", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_moments(text: str, at: int | None) -> None:
    assert moment(text) == at


@given(st.integers(0, 4_102_444_800_000))
def test_a_moment_survives_being_written(at: int) -> None:
    text = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=at)).isoformat(timespec="milliseconds")
    assert moment(text) == at
    assert moment(text.replace("+00:00", "Z")) == at


def test_the_albums_first_artist_comes_before_the_tracks() -> None:
    track = ListedTrack("id", "Song", [ANNA], ListedAlbum("Album", [BERTA, ANNA]), 200_000)
    (play,) = recent_plays([Listed(track, AT)])
    assert (play.artist, play.album, play.title, play.spotify_id) == ("Berta", "Album", "Song", "id")
    assert (play.played_at, play.duration_ms) == (AT_MS, 200_000)


@pytest.mark.parametrize(
    ("track", "artist", "album"),
    [
        (ListedTrack("id", "Song", [ANNA], None, 1), "Anna", None),
        (ListedTrack("id", "Song", [ANNA], ListedAlbum(None, None), 1), "Anna", None),
        (ListedTrack("id", "Song", [ANNA], ListedAlbum("", []), 1), "Anna", None),
        (ListedTrack("id", "Song", [ListedArtist(None), BERTA], ListedAlbum("X", [ListedArtist("")]), 1), "Berta", "X"),
        (ListedTrack("id", "Song", None, None, 1), "", None),
    ],
)
def test_what_is_missing_is_left_empty(track: ListedTrack, artist: str, album: str | None) -> None:
    (play,) = recent_plays([Listed(track, AT)])
    assert (play.artist, play.album) == (artist, album)


@pytest.mark.parametrize("length", [None, 0, -1, 0.5, 1e30, 10**20])
def test_a_track_without_a_length_was_heard_for_the_least_that_is_listed(length: float | None) -> None:
    (play,) = recent_plays([Listed(ListedTrack("id", "Song", duration_ms=length), AT)])
    assert play.duration_ms == SHORTEST_MS


def test_a_file_of_ones_own_has_no_id() -> None:
    (play,) = recent_plays([Listed(ListedTrack(None, "Song", [ANNA], None, 1), AT)])
    assert play.spotify_id is None


def test_what_tells_nothing_is_no_play() -> None:
    song = ListedTrack("id", "Song")
    assert recent_plays([Listed(None, AT), Listed(song, None), Listed(song, "?"), Listed(ListedTrack(), AT)]) == []


def test_a_length_may_be_written_with_a_point() -> None:
    (play,) = recent_plays([Listed(ListedTrack("id", "Song", duration_ms=215_000.0), AT)])
    assert (play.duration_ms, type(play.duration_ms)) == (215_000, int)


@given(st.lists(st.from_type(Listed), max_size=8))
def test_whatever_is_listed_the_plays_can_be_told(listed: list[Listed]) -> None:
    plays = recent_plays(listed)
    assert len(plays) <= len(listed)
    fetched = RecentPlaysFetched(person_id="p", request_id="r", fetched_at=0, full=False, plays=plays)
    assert decode_as(RecentPlaysFetched, encode(fetched)) == fetched


def test_the_oldest_comes_first() -> None:
    listed = [Listed(ListedTrack("id", "Song"), f"2026-09-21T14:13:2{second}Z") for second in (3, 1, 2)]
    plays = recent_plays(listed)
    assert [play.played_at for play in plays] == sorted(play.played_at for play in plays)

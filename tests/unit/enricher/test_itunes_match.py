"""When a song of the iTunes Store is the one that was asked for."""

import pytest

from enricher.adapters.samples.itunes import Song, is_same
from enricher.sample_ports import TrackFacts

FERRY = TrackFacts("Oba Tunde Trio", "Slow Ferry", None, 214_000)


def song(title: str = "Slow Ferry", artist: str = "Oba Tunde Trio", length: int | None = 214_000) -> Song:
    return Song(track_id=1, track_name=title, artist_name=artist, track_time_millis=length)


@pytest.mark.parametrize("length", [211_000, 214_000, 217_000])
def test_a_playing_time_may_differ_by_three_seconds(length: int) -> None:
    assert is_same(song(length=length), FERRY)


@pytest.mark.parametrize("length", [210_999, 217_001, 0, None])
def test_another_or_no_playing_time_is_another_recording(length: int | None) -> None:
    assert not is_same(song(length=length), FERRY)
    assert is_same(song(length=length), FERRY._replace(duration_ms=None)), "unless nothing is known of it"


def test_a_playing_time_of_zero_is_known() -> None:
    assert not is_same(song(), FERRY._replace(duration_ms=0))


def test_names_are_equal_however_they_are_written() -> None:
    assert is_same(song("SLOW FERRY!", "Oba Tundé Trio"), FERRY)
    assert is_same(song("поздний СВЕТ"), FERRY._replace(title="Поздний свет"))


@pytest.mark.parametrize(
    ("title", "artist"),
    [
        ("Slow Ferry - Live", "Oba Tunde Trio"),
        ("Slow", "Oba Tunde Trio"),
        ("Slow Ferry", "Karaoke Kollektiv"),
        ("Slow Ferry", "The Oba Tunde Trio Tribute"),
        ("Oba Tunde Trio", "Slow Ferry"),
    ],
)
def test_decoys_are_not_taken(title: str, artist: str) -> None:
    assert not is_same(song(title, artist), FERRY)

"""Names: what is equal, and that decoys are not."""

import pytest

from enricher.domain.answers import Album, Artist, Track
from enricher.domain.names import artist_of, matching_artist, matching_track, normalised, search_phrase


def track(title: str, *artists: str, album_artist: str = "") -> Track:
    album = Album(id="b", artists=[Artist(id="a", name=album_artist)] if album_artist else [])
    return Track(id="t", name=title, artists=[Artist(id="a", name=name) for name in artists], album=album)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café del Mar", "CAFE DEL MAR"),
        ("Nacht & Tag", "Nacht and Tag"),
        ("Slow Ferry (feat. Oba)", "Slow Ferry"),
        ("Don’t Go", "Don't Go"),
        ("Поздний свет", "поздний СВЕТ"),
    ],
)
def test_equal(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(("one", "other"), [("Slow Ferry", "Slow Ferry - Live"), ("遠い窓", "近い窓"), ("!!!", "???")])
def test_different(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_a_name_of_punctuation_stays_itself() -> None:
    assert normalised("!!!") == "!!!"


def test_search_syntax_is_taken_out() -> None:
    assert search_phrase('What\'s "Up": Part 2') == "What s Up Part 2"


def test_a_track_needs_title_and_artist() -> None:
    wanted = track("Slow Ferry", "Oba Tunde Trio")
    found = [None, track("Slow Ferry", "Karaoke Band"), track("Slow Ferry - Live", "Oba Tunde Trio"), wanted]
    assert matching_track(found, "Slow Ferry", "Oba Tunde Trio") is wanted


def test_an_artist_is_taken_only_by_the_whole_name() -> None:
    assert matching_artist([Artist(id="a", name="The Oba Tunde Trio Tribute")], "Oba Tunde Trio") is None


def test_the_album_artist_counts_as_an_artist() -> None:
    assert artist_of(track("X", "Guest", album_artist="Halle Sieben"), "halle sieben") == Artist(
        id="a", name="Halle Sieben"
    )

"""What of the catalogue's offers is taken."""

from enricher.domain.answers import Album, Artist, Track
from enricher.domain.matching import artist_of, matching_artist, matching_track


def track(title: str, *artists: str, album_artist: str = "") -> Track:
    album = Album(id="b", artists=[Artist(id="a", name=album_artist)] if album_artist else [])
    return Track(id="t", name=title, artists=[Artist(id="a", name=name) for name in artists], album=album)


def test_a_track_needs_title_and_artist() -> None:
    wanted = track("Slow Ferry", "Oba Tunde Trio")
    found = [None, track("Slow Ferry", "Karaoke Band"), track("Slow Ferry - Live", "Oba Tunde Trio"), wanted]
    assert matching_track(found, "Oba Tunde Trio", "Slow Ferry") is wanted


def test_of_several_the_one_that_is_written_most_alike() -> None:
    remaster, plain = track("Slow Ferry - Remastered 2011", "Oba"), track("Slow Ferry", "Oba")
    assert matching_track([remaster, plain], "Oba", "Slow Ferry") is plain
    assert matching_track([plain, remaster], "Oba", "Slow Ferry - Remastered 2011") is remaster
    assert matching_track([remaster], "Oba", "Slow Ferry") is remaster


def test_whoever_is_asked_for_as_a_guest_must_be_there() -> None:
    assert (
        matching_track([track("Fever Map (feat. Eskel)", "Tamsin", "Eskel")], "Tamsin", "Fever Map (feat. Bo)") is None
    )
    assert matching_track([track("Fever Map", "Tamsin", "Bo")], "Tamsin", "Fever Map (feat. Bo)")
    assert matching_track([track("Fever Map", "Tamsin")], "Tamsin", "Fever Map (feat. Bo)")


def test_an_artist_is_taken_only_by_the_whole_name() -> None:
    assert matching_artist([Artist(id="a", name="The Oba Tunde Trio Tribute")], "Oba Tunde Trio") is None


def test_nobody_is_no_artist() -> None:
    assert matching_artist([Artist(id="a", name="Various Artists")], "Various Artists") is None


def test_the_album_artist_counts_as_an_artist() -> None:
    assert artist_of(track("X", "Guest", album_artist="Halle Sieben"), "halle sieben") == Artist(
        id="a", name="Halle Sieben"
    )


def test_a_joined_name_is_just_these_artists_together() -> None:
    both = track("X", "Larkspar", "Marble Unit")
    assert artist_of(both, "Marble Unit vs. Larkspar") == both.artists[0]
    assert artist_of(both, "Larkspar & Somebody") is None
    assert artist_of(track("X", "Larkspar"), "Larkspar & Marble Unit") is None

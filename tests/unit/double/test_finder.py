"""Search: exact names first, Spotify's pitfalls, and things made to measure for unknown names."""

import pytest

from stack.double.catalogue import BUNDLED, Catalogue, read_catalogue
from stack.double.finder import Finder
from stack.double.ids import id_of
from stack.double.queries import UnsupportedQuery, parse_query


@pytest.fixture
def finder() -> Finder:
    return Finder(Catalogue(read_catalogue(BUNDLED)))


@pytest.mark.parametrize(
    ("q", "title"),
    [
        ('track:"Afterglow" artist:"Halden & the Low Suns"', "Afterglow"),
        ('track:"spater hall" artist:"KAPELLE UBERMORGEN"', "Später Hall"),
        ('track:"Ember Road" artist:"Ysolde Marr"', "Ember Road (feat. Ysolde Marr)"),
        ("track:Five Strokes artist:Halden & the Low Suns", "Five Strokes"),
        ("夕凪 青い余韻", "夕凪"),
        ('track:"Dont Let the Strings Go Quiet" artist:"Ysolde Marr"', "Don't Let the Strings Go Quiet"),
    ],
)
def test_known_tracks_are_found_by_their_names(finder: Finder, q: str, title: str) -> None:
    assert finder.tracks(parse_query(q))[0].name == title


@pytest.mark.parametrize(
    "q", ['track:"Don\'t Let the Strings Go Quiet"', 'track:"Overture: The Long Room" artist:"Ysolde Marr"']
)
def test_apostrophes_and_colons_in_filters_find_nothing(finder: Finder, q: str) -> None:
    assert finder.tracks(parse_query(q)) == []


def test_a_plus_in_the_artist_is_not_supported() -> None:
    with pytest.raises(UnsupportedQuery):
        parse_query('track:"x" artist:"a + b"')


def test_unknown_names_give_a_track_with_exactly_these(finder: Finder) -> None:
    found = finder.tracks(parse_query('track:"Nie gehört" artist:"Niemand"'))
    assert [(track.name, track.artists[0].name, track.id) for track in found] == [
        ("Nie gehört", "Niemand", id_of("track", "Niemand", "Nie gehört"))
    ]
    assert finder.tracks(parse_query('track:"nie gehort" artist:"niemand"')) == found


def test_the_isrc_leads_to_its_track(finder: Finder) -> None:
    track = finder.tracks(parse_query("夕凪"))[0]
    assert finder.tracks(parse_query(f"isrc:{track.isrc}")) == [track]


def test_artists_albums_and_shows(finder: Finder) -> None:
    assert finder.artists(parse_query('artist:"Ysolde Marr"'))[0].name == "Ysolde Marr"
    assert [artist.name for artist in finder.artists(parse_query("Niemand"))] == ["Niemand"]
    assert finder.albums(parse_query('album:"Five Strokes"'))[0].name == "Five Strokes"
    assert finder.albums(parse_query('album:"Neu" artist:"Niemand"'))[0].artists[0].name == "Niemand"
    assert finder.albums(parse_query('album:"Neu"')) != []
    assert finder.shows(parse_query("What Still Sounds"))[0].publisher == "What Still Sounds Productions"
    assert finder.shows(parse_query("Gar nichts"))[0].name == "Gar nichts"


def test_a_name_is_made_up_also_where_longer_ones_are_known(finder: Finder) -> None:
    finder.artists(parse_query('artist:"Slow Ferry Trio"'))
    assert [artist.name for artist in finder.artists(parse_query('artist:"Slow Ferry"'))] == [
        "Slow Ferry",
        "Slow Ferry Trio",
    ]
    finder.tracks(parse_query('track:"Half Morning Again" artist:"Slow Ferry"'))
    found = finder.tracks(parse_query('track:"Half Morning" artist:"Slow Ferry"'))
    assert "Half Morning" in [track.name for track in found]

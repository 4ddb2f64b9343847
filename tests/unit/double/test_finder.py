"""Search: exact names first, Spotify's pitfalls, things made to measure for unknown names, wrong versions."""

import pytest

from stack.double.catalogue import BUNDLED, Catalogue, read_catalogue
from stack.double.finder import Finder
from stack.double.ids import id_of
from stack.double.queries import UnsupportedQuery, parse_query
from stack.double.switches import SwitchBoard

AFTERGLOW = 'track:"Afterglow" artist:"Halden & the Low Suns"'


@pytest.fixture
def switches() -> SwitchBoard:
    return SwitchBoard()


@pytest.fixture
def finder(switches: SwitchBoard) -> Finder:
    return Finder(Catalogue(read_catalogue(BUNDLED)), switches)


def tracks(finder: Finder, q: str) -> list[tuple[str, str]]:
    """Title and first artist of what is found."""
    return [(track.name, track.artists[0].name) for track in finder.tracks(parse_query(q))]


def artists(finder: Finder, q: str) -> list[str]:
    return [artist.name for artist in finder.artists(parse_query(q))]


@pytest.mark.parametrize(
    ("q", "title"),
    [
        (AFTERGLOW, "Afterglow"),
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


def test_nothing_is_made_up_where_that_is_switched_off(finder: Finder, switches: SwitchBoard) -> None:
    switches.change(b'{"invents": false}')
    assert finder.tracks(parse_query('track:"Nie gehört" artist:"Niemand"')) == []
    assert finder.artists(parse_query('artist:"Niemand"')) == []
    assert finder.albums(parse_query('album:"Neu" artist:"Niemand"')) == []
    assert finder.shows(parse_query("Gar nichts")) == []
    assert tracks(finder, AFTERGLOW) == [("Afterglow", "Halden & the Low Suns")]
    assert artists(finder, 'artist:"Ysolde Marr"') == ["Ysolde Marr"]


def test_what_was_asked_for_by_id_is_found_by_name(switches: SwitchBoard) -> None:
    switches.change(b'{"invents": false}')
    catalogue = Catalogue()
    track = catalogue.track("7unknownunknownunknown")
    assert track is not None
    query = parse_query(f'track:"{track.name}" artist:"{track.artists[0].name}"')
    assert Finder(catalogue, switches).tracks(query) == [track]


@pytest.mark.parametrize("q", [AFTERGLOW, "Afterglow Halden"])
def test_wrong_versions_come_before_the_right_track(finder: Finder, switches: SwitchBoard, q: str) -> None:
    switches.change(b'{"wrong_versions": true}')
    for _ in range(2):
        *wrong, (title, by), right = tracks(finder, q)
        assert wrong == [
            ("Afterglow - Live", "Halden & the Low Suns"),
            ("Afterglow (Karaoke Version)", "Halden & the Low Suns Karaoke Stars"),
            ("Afterglow (Sped Up)", "Halden & the Low Suns"),
        ]
        assert title == "Afterglow"
        assert by != "Halden & the Low Suns"
        assert right == ("Afterglow", "Halden & the Low Suns")


def test_only_wrong_versions_are_found_of_what_nobody_has(finder: Finder, switches: SwitchBoard) -> None:
    switches.change(b'{"wrong_versions": true, "invents": false}')
    found = tracks(finder, 'track:"Nie gehört" artist:"Niemand"')
    assert len(found) == 4
    assert ("Nie gehört", "Niemand") not in found
    assert artists(finder, 'artist:"Niemand"') == ["Niemand Tribute Band", "The Niemand Experience"]


def test_the_version_that_was_asked_for_is_no_wrong_one(finder: Finder, switches: SwitchBoard) -> None:
    switches.change(b'{"wrong_versions": true}')
    found = tracks(finder, 'track:"Neu - Live" artist:"Niemand"')
    assert [title for title, _ in found] == [
        "Neu - Live (Karaoke Version)", "Neu - Live (Sped Up)", "Neu - Live", "Neu - Live"
    ]  # fmt: skip
    assert found[-1][1] == "Niemand"


def test_near_names_come_before_the_right_artist(finder: Finder, switches: SwitchBoard) -> None:
    switches.change(b'{"wrong_versions": true}')
    for q in ('artist:"Ysolde Marr"', "Ysolde Marr"):
        assert artists(finder, q) == ["Ysolde Marr Tribute Band", "The Ysolde Marr Experience", "Ysolde Marr"]


def test_an_isrc_names_one_recording(finder: Finder, switches: SwitchBoard) -> None:
    track = finder.tracks(parse_query("夕凪"))[0]
    switches.change(b'{"wrong_versions": true}')
    assert finder.tracks(parse_query(f"isrc:{track.isrc}")) == [track]


def test_wrong_versions_are_gone_with_their_switch_but_for_their_ids(switches: SwitchBoard) -> None:
    catalogue = Catalogue(read_catalogue(BUNDLED))
    finder = Finder(catalogue, switches)
    before = [finder.tracks(parse_query(AFTERGLOW)), finder.artists(parse_query('artist:"Ysolde Marr"'))]
    switches.change(b'{"wrong_versions": true}')
    wrong = finder.tracks(parse_query(AFTERGLOW))[0]
    finder.artists(parse_query('artist:"Ysolde Marr"'))
    switches.reset()
    assert [finder.tracks(parse_query(AFTERGLOW)), finder.artists(parse_query('artist:"Ysolde Marr"'))] == before
    assert catalogue.track(wrong.id) == wrong


def test_a_wrong_version_that_the_catalogue_has_is_there_once_and_stays(switches: SwitchBoard) -> None:
    catalogue = Catalogue()
    finder = Finder(catalogue, switches)
    finder.artists(parse_query('artist:"Niemand Tribute Band"'))
    switches.change(b'{"wrong_versions": true}')
    assert artists(finder, 'artist:"Niemand"') == ["Niemand Tribute Band", "The Niemand Experience", "Niemand"]
    switches.reset()
    assert artists(finder, 'artist:"Niemand"') == ["Niemand", "Niemand Tribute Band"]

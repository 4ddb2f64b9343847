"""The catalogue: bundled, from a file, and made up for every other id."""

from pathlib import Path

import pytest

from stack.double.catalogue import BUNDLED, Catalogue, CatalogueError, read_catalogue
from stack.double.ids import id_of
from tests.harness.histories.catalogue import make_catalogue, write_catalogue

UNKNOWN = "7unknownunknownunknown"


def test_the_bundled_catalogue_is_well_formed() -> None:
    catalogue = Catalogue(read_catalogue(BUNDLED))
    track = catalogue.track("1Nachklang0000000000a3")
    assert track is not None
    assert [artist.name for artist in track.artists] == ["Halden & the Low Suns", "Ysolde Marr"]
    assert track.album.artists == track.artists[:1]
    assert track.artists[1].id == id_of("artist", "Ysolde Marr")
    assert len(catalogue.tracks_of(track.album)) == 3
    episode = catalogue.episode("1Nachklang0000000000e1")
    assert episode is not None
    assert episode.show.publisher == "What Still Sounds Productions"
    assert catalogue.show("1Nachklang0000000000s1") == episode.show


def test_an_unknown_id_has_a_made_up_answer_that_holds_together() -> None:
    catalogue, other = Catalogue(), Catalogue()
    track = catalogue.track(UNKNOWN)
    assert track is not None
    assert track == other.track(UNKNOWN)
    assert catalogue.artist(track.artists[0].id) == track.artists[0]
    assert catalogue.album(track.album.id) == track.album
    assert catalogue.tracks_of(track.album) == [track]
    for found in (
        catalogue.artist(UNKNOWN),
        catalogue.album(UNKNOWN),
        catalogue.show(UNKNOWN),
        catalogue.episode(UNKNOWN),
    ):
        assert found is not None


def test_ids_that_begin_with_two_zeros_are_unknown_unless_the_file_has_them() -> None:
    gone = "00" + "a" * 20
    catalogue = Catalogue()
    for find in (catalogue.track, catalogue.artist, catalogue.album, catalogue.show, catalogue.episode):
        assert find(gone) is None


@pytest.mark.parametrize(
    "content",
    [
        "",
        '[{"id": "short", "title": "n", "artist": "a", "duration_ms": 1}]',
        '[{"id": "7unknownunknownunknown", "title": "n", "artist": "a", "album_id": "-", "duration_ms": 1}]',
        '[{"id": "7unknownunknownunknown", "title": "n", "artist": "a", "duration_ms": 1, "genre": "x"}]',
        '{"tracks": []}',
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "catalogue.json"
    path.write_text(content)
    with pytest.raises(CatalogueError, match=r"catalogue\.json"):
        read_catalogue(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError):
        read_catalogue(tmp_path / "none.json")


def test_it_reads_what_the_sample_histories_write(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    histories = make_catalogue(seed=1, artists=5)
    assert write_catalogue(path, histories)
    catalogue = Catalogue(read_catalogue(path))
    for item in histories.tracks():
        track = catalogue.track(item.id)
        assert track is not None
        assert (track.name, track.artists[0].name, track.artists[0].id) == (item.title, item.artist, item.artist_id)
        assert (track.album.id, track.duration_ms, track.isrc) == (item.album_id, item.duration_ms, item.isrc)

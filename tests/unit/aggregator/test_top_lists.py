"""The lists: what is in them, in which order, and as what a thing is shown."""

from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of


def played(title: str, artist: str | None, *ms_played: int, **fields: object) -> list[dict[str, object]]:
    """So many plays of one track, far enough apart to be no doubles."""
    start = 1_700_000_000_000
    return [
        row(start + place * 3_600_000, ms, title=title, artist=artist, **fields) for place, ms in enumerate(ms_played)
    ]


def test_by_time_then_streams_then_title_then_artist_by_code_point() -> None:
    rows = [
        *played("b", "x", 100_000),
        *played("a", "y", 100_000),
        *played("a", "x", 100_000),
        *played("Z", "x", 100_000),  # capitals before small letters, accents behind
        *played("é", "x", 100_000),
        *played("twice", "x", 50_000, 50_000),
        *played("long", "x", 100_001),
    ]
    tracks = wrapped_of(*rows).top_tracks
    assert [(track.rank, track.title, track.artist) for track in tracks] == [
        (1, "long", "x"), (2, "twice", "x"), (3, "Z", "x"), (4, "a", "x"), (5, "a", "y"), (6, "b", "x"), (7, "é", "x"),
    ]  # fmt: skip


def test_by_streams_then_time() -> None:
    rows = [*played("long", "x", 900_000), *played("often", "x", 30_000, 30_000), *played("skipped", "x", 29_999)]
    answer = wrapped_of(*rows, by="streams")
    assert [track.title for track in answer.top_tracks] == ["often", "long", "skipped"]
    assert [track.share for track in answer.top_tracks] == [2 / 3, 1 / 3, 0.0]
    assert answer.favourites.track is not None
    assert (answer.favourites.track.title, answer.favourites.track.share) == ("long", 900_000 / 989_999)


def test_the_share_is_of_the_whole_list_also_beyond_the_limit() -> None:
    rows = [*played("one", "x", 75_000), *played("two", "y", 25_000)]
    answer = wrapped_of(*rows, limit=1)
    assert [track.share for track in answer.top_tracks] == [0.75]
    assert [artist.share for artist in answer.top_artists] == [0.75]


def test_a_track_is_shown_as_it_was_mostly_played() -> None:
    rows = [
        *played("t", "x", 40_000, 40_001, album="Single", spotify_id="one"),
        *played("t", "x", 90_000, album="Album", spotify_id="two"),
        *played("t", "x", 95_000, album=None, spotify_id=None),
    ]
    (track,) = wrapped_of(*rows).top_tracks
    assert (track.album, track.spotify_id) == ("Album", "two")
    assert (track.ms_played, track.streams, track.plays) == (265_001, 4, 4)
    assert (track.first_played, track.last_played) == (1_700_000_000_000, 1_700_003_600_000)


def test_the_sample_of_an_artist_is_the_most_played_track_that_has_an_id() -> None:
    rows = [
        *played("without", "x", 900_000),
        *played("most", "x", 60_000, 60_000, spotify_id="b"),
        *played("less", "x", 100_000, spotify_id="a"),
        *played("none", "y", 100_000),
    ]
    first, second = wrapped_of(*rows).top_artists
    assert (first.name, first.sample_id, first.sample_title, first.tracks) == ("x", "b", "most", 3)
    assert (second.name, second.sample_id, second.sample_title, second.tracks) == ("y", None, None, 1)


def test_albums_are_of_artist_and_name() -> None:
    rows = [
        *played("one", "x", 60_000, album="Same", spotify_id="s"),
        *played("two", "x", 50_000, album="Same"),
        *played("one", "y", 100_000, album="Same"),
        *played("loose", "y", 500_000, album=None),
    ]
    albums = wrapped_of(*rows).top_albums
    assert [(album.title, album.artist, album.tracks, album.ms_played) for album in albums] == [
        ("Same", "x", 2, 110_000),
        ("Same", "y", 1, 100_000),
    ]
    assert [album.sample_id for album in albums] == ["s", None]


def test_shows_and_books_have_a_list_of_their_own() -> None:
    rows = [
        *played("1", "Show", 60_000, 60_000, kind="episode", album=None, spotify_id="e"),
        *played("2", "Show", 30_000, kind="episode", album=None),
        *played("I", "Book", 90_000, kind="chapter", album=None),
        *played("song", "Show", 900_000),
    ]
    answer = wrapped_of(*rows)
    assert [(show.name, show.episodes, show.ms_played, show.sample_id) for show in answer.top_shows] == [
        ("Show", 2, 150_000, "e"),
        ("Book", 1, 90_000, None),
    ]
    assert [artist.name for artist in answer.top_artists] == ["Show"]
    assert answer.favourites.artist is not None
    assert answer.favourites.artist.ms_played == 900_000


def test_nameless_rows_are_in_no_list() -> None:
    nameless = row("2024-01-01T12:00:00", title=None, spotify_id="gone")
    unnamed_episode = row("2024-01-02T12:00:00", title=None, kind="episode", artist="Show")
    answer = wrapped_of(nameless, unnamed_episode)
    assert (answer.top_tracks, answer.top_artists, answer.top_albums, answer.top_shows) == ([], [], [], [])
    assert answer.totals.plays == 2


def test_a_track_without_an_artist_is_listed_under_the_empty_name() -> None:
    answer = wrapped_of(*played("t", None, 60_000))
    assert [(track.title, track.artist) for track in answer.top_tracks] == [("t", "")]
    assert [(album.title, album.artist) for album in answer.top_albums] == [("Dritter Stock", "")]
    assert answer.top_artists == []

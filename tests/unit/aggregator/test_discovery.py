"""Discovery, worked out by hand."""

from contracts.messages.discovery import Discovery, NewArtist, NewInMonth, NewTrack
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of

WINDOW = {"first_day": "2024-01-31", "last_day": "2024-03-01"}
ROWS = [
    row("2023-05-01T12:00:00", 0, artist="Old", title="Known"),
    row("2024-01-31T12:00:00", 40_000, artist="Old", title="Known"),
    row("2024-01-31T13:00:00", 1_000, artist="Old", title="New of old", album="Late", spotify_id="n"),
    row("2024-02-10T12:00:00", 100_000, artist="New", title="One", album=None, spotify_id="one"),
    row("2024-02-11T12:00:00", 90_000, artist="New", title="Two", album=None),
    row("2024-02-12T12:00:00", 90_000, artist="New", title="Two", album=None),
    row("2024-02-13T12:00:00", 7_000, artist=None, title="Nobody's", album=None),
    row("2024-02-14T12:00:00", 500, artist=None, title=None, album=None, spotify_id="gone"),
    row("2024-02-15T12:00:00", 900_000, artist="Show", title="Episode", kind="episode", album=None),
    row("2024-03-02T12:00:00", 900_000, artist="Later", title="Too late"),
]


def test_what_was_first_heard_in_the_window_and_what_went_to_it() -> None:
    assert wrapped_of(*ROWS, **WINDOW).discovery == Discovery(
        artists=1,
        tracks=4,
        ms_played=328_500,
        ms_played_new_artists=280_000,
        ms_played_new_tracks=288_000,
        months=[
            NewInMonth(month="2024-01", artists=0, tracks=1),
            NewInMonth(month="2024-02", artists=1, tracks=3),
            NewInMonth(month="2024-03", artists=0, tracks=0),
        ],
        new_artists=[
            NewArtist(
                name="New", day="2024-02-10", ms_played=280_000, streams=3, plays=3, tracks=2,
                sample_id="one", sample_title="One",
            ),
        ],
        new_tracks=[
            NewTrack(
                title="Two", artist="New", album=None, day="2024-02-11",
                ms_played=180_000, streams=2, plays=2, spotify_id=None,
            ),
            NewTrack(
                title="One", artist="New", album=None, day="2024-02-10",
                ms_played=100_000, streams=1, plays=1, spotify_id="one",
            ),
            NewTrack(
                title="Nobody's", artist="", album=None, day="2024-02-13",
                ms_played=7_000, streams=0, plays=1, spotify_id=None,
            ),
            NewTrack(
                title="New of old", artist="Old", album="Late", day="2024-01-31",
                ms_played=1_000, streams=0, plays=1, spotify_id="n",
            ),
        ],
    )  # fmt: skip


def test_the_counts_are_of_all_and_the_lists_up_to_the_limit() -> None:
    discovery = wrapped_of(*ROWS, **WINDOW, limit=1).discovery
    assert (discovery.tracks, [track.title for track in discovery.new_tracks]) == (4, ["Two"])


def test_what_somebody_heard_first_in_private_others_see_as_new_later() -> None:
    rows = [row("2024-01-01T12:00:00", private=True), row("2024-06-01T12:00:00")]
    june = {"first_day": "2024-06-01", "last_day": "2024-06-30"}
    assert wrapped_of(*rows, **june).discovery.tracks == 0
    seen = wrapped_of(*rows, **june, viewer="other").discovery
    assert [track.day for track in seen.new_tracks] == ["2024-06-01"]


def test_without_plays_nothing_is_new() -> None:
    discovery = wrapped_of(first_day="2024-01-31", last_day="2024-02-01").discovery
    assert (discovery.artists, discovery.tracks, discovery.new_artists, discovery.new_tracks) == (0, 0, [], [])
    assert [month.month for month in discovery.months] == ["2024-01", "2024-02"]
    assert wrapped_of().discovery.months == []

"""Treasures, worked out by hand."""

from contracts.messages.treasures import ArtistTreasure, Lifeline, TrackTreasure
from tests.harness.segments import row, unix_ms
from tests.unit.aggregator.asking import wrapped_of

MINUTE = 60_000
YEAR_2024 = {"first_day": "2024-01-01", "last_day": "2024-12-31"}


def of(title: str, *played: tuple[str, int], **fields: object) -> list[dict[str, object]]:
    """Plays of one track of an artist of its own: (day, minutes)."""
    names = {"artist": f"{title}'s", "title": title}
    return [row(f"{day}T12:00:00", minutes * MINUTE, **names | fields) for day, minutes in played]


def titles(rows: list[dict[str, object]], which: str, **asked: object) -> list[str]:
    treasures = wrapped_of(*rows, **asked or YEAR_2024).treasures
    return [treasure.title for treasure in getattr(treasures, f"{which}_tracks")]


def test_a_forgotten_treasure_with_its_lifeline() -> None:
    rows = [
        *of("lost", ("2021-11-30", 20), ("2022-01-01", 9), album="First", spotify_id="a"),
        *of("lost", ("2022-01-02", 31), album="Second", spotify_id="b"),
        *of("other", ("2024-06-01", 1)),
        *of("lost", ("2025-06-01", 900)),  # after the window: plays no part
    ]
    answer = wrapped_of(*rows, **YEAR_2024).treasures
    assert answer.recent_from == "2024-01-02"  # a leap year has 366 days
    assert answer.forgotten_tracks == [
        TrackTreasure(
            title="lost",
            artist="lost's",
            album="Second",
            ms_then=60 * MINUTE,
            ms_now=0,
            streams=3,
            plays=3,
            first_played=unix_ms("2021-11-30T12:00:00"),
            last_played=unix_ms("2022-01-02T12:00:00"),
            months=Lifeline(first_month="2021-11", ms_played=[20 * MINUTE, 0, 40 * MINUTE]),
            spotify_id="b",
        )
    ]
    assert (answer.forgotten_artists, answer.loved_tracks, answer.loved_artists) == ([], [], [])


def test_the_floors_of_what_was_loved() -> None:
    rows = [*of("enough", ("2022-01-01", 30)), *of("long", ("2022-01-01", 120)), *of("too little", ("2022-01-01", 29))]
    assert titles(rows, "forgotten") == ["long", "enough"]
    artists = wrapped_of(*rows, **YEAR_2024).treasures.forgotten_artists
    assert artists == [
        ArtistTreasure(
            name="long's",
            ms_then=120 * MINUTE,
            ms_now=0,
            streams=1,
            plays=1,
            first_played=unix_ms("2022-01-01T12:00:00"),
            last_played=unix_ms("2022-01-01T12:00:00"),
            months=Lifeline(first_month="2022-01", ms_played=[120 * MINUTE]),
            sample_id=None,
            sample_title=None,
        )
    ]


def test_forgotten_is_what_had_no_play_at_all_in_the_365_days_before_the_end() -> None:
    rows = [
        *of("on the day", ("2023-05-01", 60), ("2024-01-02", 0)),
        *of("before", ("2023-05-01", 60), ("2024-01-01", 0)),
    ]
    assert titles(rows, "forgotten") == ["before"]
    short = {"first_day": "2024-12-01", "last_day": "2024-12-31"}
    assert titles(rows, "forgotten", **short) == ["before"]


def test_forgotten_ones_by_time_then_streams_then_name_and_at_most_ten() -> None:
    rows = [treasure for name in "bacdefghijkl" for treasure in of(name, ("2022-01-01", 60))]
    rows += of("z", ("2022-01-01", 30), ("2022-01-02", 30))
    assert titles(rows, "forgotten") == ["z", *"abcdefghi"]


def test_still_with_you_is_known_for_a_year_and_loved_then_and_now() -> None:
    rows = [
        *of("loved", ("2022-12-31", 30), ("2024-05-01", 15)),
        *of("more", ("2022-12-31", 40), ("2024-05-01", 40)),
        *of("long ago", ("2022-12-31", 400), ("2024-05-01", 20)),
        *of("too new", ("2023-01-03", 30), ("2024-05-01", 15)),
        *of("too little now", ("2022-12-31", 30), ("2024-05-01", 14)),
        *of("too little then", ("2022-12-31", 29), ("2024-05-01", 15)),
    ]
    assert titles(rows, "loved") == ["more", "long ago", "loved"]
    (first, *_) = wrapped_of(*rows, **YEAR_2024).treasures.loved_tracks
    assert (first.ms_then, first.ms_now, first.plays) == (40 * MINUTE, 40 * MINUTE, 2)
    assert first.months == Lifeline(first_month="2022-12", ms_played=[40 * MINUTE, *[0] * 16, 40 * MINUTE])


def test_artists_still_with_you_have_longer_floors() -> None:
    rows = [*of("one", ("2022-01-01", 120), ("2024-05-01", 60)), *of("two", ("2022-01-01", 119), ("2024-05-01", 60))]
    loved = wrapped_of(*rows, **YEAR_2024).treasures.loved_artists
    assert [(artist.name, artist.ms_then, artist.ms_now) for artist in loved] == [("one's", 120 * MINUTE, 60 * MINUTE)]


def test_without_a_window_there_are_no_recent_days() -> None:
    assert wrapped_of().treasures.recent_from is None
    assert wrapped_of(**YEAR_2024).treasures.recent_from == "2024-01-02"
    assert wrapped_of(first_day="2024-12-01", last_day="2024-12-31").treasures.recent_from == "2024-12-01"

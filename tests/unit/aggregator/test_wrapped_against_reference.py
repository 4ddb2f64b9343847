"""Any history and any question: the same totals and lists as the plain-Python reference counts."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.domain.history import KINDS, build_history
from aggregator.domain.segment import SOURCES
from aggregator.domain.wrapped import wrapped
from contracts.messages.questions import By, WrappedQuestion
from contracts.messages.toplists import TopTrack
from contracts.messages.totals import Totals
from tests.harness.reference import toplists
from tests.harness.reference import wrapped as reference
from tests.harness.reference.plays import MINUTE_MS, Play, Source
from tests.harness.segments import table, unix_ms

ZONES = ("UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia", "Australia/Lord_Howe")
NAMES = st.sampled_from(["", "A", "a", "É", "É", "Zz", "日本", "😀"])
FIRST = unix_ms("2011-12-29T00:00:00")
DAYS = 4


@st.composite
def plays_of(draw: st.DrawFn) -> Play:
    source: Source = draw(st.sampled_from(["extended", "account"]))
    moment = FIRST + 1_000 * draw(st.integers(0, 40) | st.integers(0, DAYS * 86_400))
    return Play(
        source=source,
        moment=moment - moment % MINUTE_MS if source == "account" else moment,
        ms_played=draw(st.sampled_from([0, 29_999, 30_000, 31_000, 90_000, 121_500, 3_700_000])),
        kind=draw(st.sampled_from(KINDS)),
        artist=draw(NAMES),
        title=draw(NAMES),
        album=draw(NAMES),
        id=draw(st.sampled_from(["", "id1", "id2"])),
        private=draw(st.booleans()),
    )


PLAYS = st.lists(plays_of(), max_size=40).map(lambda plays: sorted(plays, key=lambda play: play.content))


@st.composite
def windows(draw: st.DrawFn) -> tuple[date, date]:
    first = date(2011, 12, 28) + timedelta(draw(st.integers(0, DAYS + 1)))
    return first, first + timedelta(draw(st.integers(0, 3)))


def as_row(play: Play) -> dict[str, Any]:
    names = {"artist": play.artist, "title": play.title, "album": play.album, "spotify_id": play.id}
    return {name: text or None for name, text in names.items()} | {
        "played_at": play.moment,
        "ms_played": play.ms_played,
        "source": SOURCES.index(play.source),
        "kind": play.kind,
        "private": play.private,
    }


@settings(deadline=None)  # the first example pays for the imports and zones of all
@given(
    plays=PLAYS,
    zone=st.sampled_from(ZONES),
    window=st.none() | windows(),
    by=st.sampled_from(["time", "streams"]),
    owner=st.booleans(),
    limit=st.sampled_from([1, 2, 500]),
)
def test_the_same_as_the_reference(
    plays: list[Play], zone: str, window: tuple[date, date] | None, by: By, owner: bool, limit: int
) -> None:
    expected = reference.wrapped(plays, zone, window, by, private=owner)
    question = WrappedQuestion(
        person_id="p",
        revision=3,
        time_zone=zone,
        viewer="owner" if owner else "other",
        first_day=window[0].isoformat() if window else None,
        last_day=window[1].isoformat() if window else None,
        by=by,
        limit=limit,
    )
    answer = wrapped(build_history("p", 3, [table(as_row(play) for play in plays)]), question)
    assert (answer.first_day, answer.last_day) == tuple(_iso(day) for day in (expected.first, expected.last))
    _same_totals(answer.totals, expected.totals)
    assert (answer.totals.previous is None) == (expected.previous is None)
    if answer.totals.previous and expected.previous:
        assert answer.totals.previous.ms_played == expected.previous.all.ms_played
        assert answer.totals.previous.streams == expected.previous.all.streams
        assert answer.totals.previous.plays == expected.previous.all.plays
        assert answer.totals.previous.tracks == expected.previous.tracks
        assert answer.totals.previous.artists == expected.previous.artists
        assert answer.totals.previous.albums == expected.previous.albums
        assert answer.totals.previous.days == expected.previous.days
    _same_list(answer.top_tracks, expected.top_tracks[:limit])
    _same_list(answer.top_artists, expected.top_artists[:limit])
    _same_list(answer.top_albums, expected.top_albums[:limit])
    _same_list(answer.top_shows, expected.top_shows[:limit])
    for track, entry in zip(answer.top_tracks, expected.top_tracks, strict=False):
        _one_of(track.album, entry.albums)
        _one_of(track.spotify_id, entry.ids)
    favourites = reference.wrapped(plays, zone, window, "time", private=owner)
    _same_list([answer.favourites.track] if answer.favourites.track else [], favourites.top_tracks[:1])
    _same_list([answer.favourites.artist] if answer.favourites.artist else [], favourites.top_artists[:1])


def _same_totals(totals: Totals, expected: reference.Totals) -> None:
    assert (totals.ms_played, totals.streams, totals.plays) == _three(expected.all)
    assert (totals.tracks, totals.artists, totals.albums) == (expected.tracks, expected.artists, expected.albums)
    assert totals.days == expected.days
    for kind, counted in expected.by_kind.items():
        sums = getattr(totals.by_kind, kind)
        assert (sums.ms_played, sums.streams, sums.plays) == _three(counted)


def _same_list(shown: list[Any], expected: list[toplists.Entry]) -> None:
    assert [_entry(entry) for entry in shown] == [
        (
            entry.rank,
            entry.title,
            entry.artist,
            entry.ms_played,
            entry.streams,
            entry.plays,
            entry.share,
            entry.first_played,
            entry.last_played,
            entry.tracks,
        )
        for entry in expected
    ]


def _entry(entry: Any) -> tuple[Any, ...]:
    """The fields of any list's entry as the reference has them: artists and shows are titles without an artist."""
    return (
        entry.rank,
        getattr(entry, "title", None) or entry.name,
        getattr(entry, "artist", ""),
        entry.ms_played,
        entry.streams,
        entry.plays,
        entry.share,
        entry.first_played,
        entry.last_played,
        1 if isinstance(entry, TopTrack) else getattr(entry, "tracks", None) or entry.episodes,
    )


def _one_of(found: str | None, expected: frozenset[str]) -> None:
    assert found in expected if expected else found is None


def _three(sums: reference.Sums) -> tuple[int, int, int]:
    return (sums.ms_played, sums.streams, sums.plays)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

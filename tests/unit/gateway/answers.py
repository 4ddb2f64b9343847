"""Answers of the aggregator, made up: any of the right shape, and a small one."""

import types
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec
from hypothesis import strategies as st

from contracts.messages.discovery import Discovery
from contracts.messages.habits import Habits, Part
from contracts.messages.rhythm import Calendar, MonthOfLife, Rhythm, Sitting
from contracts.messages.toplists import Favourites, TopArtist, TopTrack
from contracts.messages.totals import KindSums, Sums, Totals
from contracts.messages.treasures import Treasures
from contracts.messages.wrapped import Wrapped

M = TypeVar("M", bound=msgspec.Struct)

MOMENT = 1_700_000_000_000
TRACK_ID = "4uLU6hMCjMI75M1A2tKUQC"
_MOMENTS = st.integers(1_136_073_600_000, 1_800_000_000_000)
_MOMENT_FIELDS = frozenset({"first_played", "last_played", "start", "end", "played_at"})
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: st.integers(0, 2**53),
    float: st.floats(0, 1),
    str: st.text(min_size=1, max_size=4),
    bool: st.booleans(),
    type(None): st.none(),
}
_NO_PART = Part(plays=0, of=0, share=0.0)


@cache
def structs(cls: type[M]) -> st.SearchStrategy[M]:
    """Any struct of a class, by the types of its fields."""
    fields = {
        field.name: _MOMENTS if field.name in _MOMENT_FIELDS else _values(field.type)
        for field in msgspec.structs.fields(cls)
    }
    return st.builds(cls, **fields)


def _values(of: Any) -> st.SearchStrategy[Any]:
    if get_origin(of) in {Union, types.UnionType}:
        return st.one_of(*map(_values, get_args(of)))
    if get_origin(of) is list:
        return st.lists(_values(get_args(of)[0]), max_size=3)
    if get_origin(of) is Literal:
        return st.sampled_from(get_args(of))
    return _PLAIN[of] if of in _PLAIN else structs(of)


def answers() -> st.SearchStrategy[Wrapped]:
    """Any answer."""
    return structs(Wrapped)


def small_answer(revision: int = 0, **changed: Any) -> Wrapped:
    """One track by one artist, and nothing else."""
    track = TopTrack(
        rank=1, title="Treppenhaus", artist="Die Nachbarn", album="Dritter Stock", ms_played=200_000, streams=1,
        plays=1, share=1.0, rank_before=None, first_played=MOMENT, last_played=MOMENT, spotify_id=TRACK_ID,
    )  # fmt: skip
    artist = TopArtist(
        rank=1, name="Die Nachbarn", ms_played=200_000, streams=1, plays=1, tracks=1, share=1.0, rank_before=2,
        first_played=MOMENT, last_played=MOMENT, sample_id=TRACK_ID, sample_title="Treppenhaus",
    )  # fmt: skip
    sums = Sums(ms_played=200_000, streams=1, plays=1)
    answer = Wrapped(
        revision=revision, time_zone="UTC", by="time", first_day="2023-11-14", last_day="2023-11-14",
        totals=Totals(
            ms_played=200_000, streams=1, plays=1, tracks=1, artists=1, albums=1, days=1, mean_ms_per_day=200_000,
            by_kind=KindSums(track=sums), estimated=Sums(), previous=None,
        ),
        favourites=Favourites(track=track, artist=artist), top_tracks=[track], top_artists=[artist], top_albums=[],
        top_shows=[],
        rhythm=Rhythm(
            clock=[[0] * 24 for _ in range(7)], calendar=Calendar(first_day="2023-11-14", ms_played=[200_000]),
            months=[], life=[MonthOfLife(month="2023-11", ms_played=200_000)], longest_streak=None, biggest_day=None,
            longest_sitting=Sitting(start=MOMENT - 200_000, end=MOMENT, ms_played=200_000, plays=1),
        ),
        discovery=Discovery(
            artists=0, tracks=0, ms_played=200_000, ms_played_new_artists=0, ms_played_new_tracks=0, months=[],
            new_artists=[], new_tracks=[],
        ),
        treasures=Treasures(
            recent_from="2023-11-14", forgotten_tracks=[], forgotten_artists=[], loved_tracks=[], loved_artists=[]
        ),
        habits=Habits(
            skipped=_NO_PART, shuffle=_NO_PART, offline=_NO_PART, private=_NO_PART, platforms=[], countries=[],
            most_skipped=None,
        ),
    )  # fmt: skip
    return msgspec.structs.replace(answer, **changed)

"""What two people have in common, over one window."""

from collections.abc import Mapping
from typing import NamedTuple
from zoneinfo import ZoneInfo

from aggregator.domain.history.history import History
from aggregator.domain.statistics.heard import heard_within, window_asked
from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.taste_match import taste_match
from aggregator.domain.times.windows import InvalidQuestion, zone_named
from contracts.messages.match import CommonThing, MatchAnswered, MatchQuestion

MAX_LIMIT = 500

Names = tuple[str, ...]
"""(title, artist) of a track, (name,) of an artist: what ties are ordered by."""

Times = Mapping[Names, int]
"""Playing times, ms."""


class Common(NamedTuple):
    """Something that both have heard, and how long each of them."""

    names: Names
    ms_played: int
    other_ms_played: int


def match(history: History, other: History, question: MatchQuestion) -> MatchAnswered:
    """The answer to `question`: of both histories what others may see. Raises InvalidQuestion."""
    if not 1 <= question.limit <= MAX_LIMIT:
        raise InvalidQuestion("invalid_limit", f"limit is from 1 to {MAX_LIMIT}")
    zone = zone_named(question.time_zone)
    heard, other_heard = (_heard(each, question, zone) for each in (history, other))
    mine, theirs = _artists(heard), _artists(other_heard)
    artists, tracks = _in_common(mine, theirs), _in_common(_tracks(heard), _tracks(other_heard))
    return MatchAnswered(
        revision=history.revision,
        other_revision=other.revision,
        per_cent=taste_match(mine, theirs),
        artists=len(artists),
        tracks=len(tracks),
        top_artists=_first(artists, question.limit),
        top_tracks=_first(tracks, question.limit),
    )


def _heard(history: History, question: MatchQuestion, zone: ZoneInfo) -> Listening:
    counted = history.seen_by("other")
    times = counted.times(zone)
    return heard_within(counted, times, window_asked(question.first_day, question.last_day, times))


def _artists(heard: Listening) -> Times:
    sums = heard.artists
    names = heard.catalogue.artists.of(sums.number)
    return dict(zip(zip(names), sums.ms_played.tolist(), strict=True))


def _tracks(heard: Listening) -> Times:
    catalogue, sums = heard.catalogue, heard.tracks
    titles = catalogue.titles.of(catalogue.track_title[sums.number])
    artists = catalogue.artists.of(catalogue.track_artist[sums.number])
    return dict(zip(zip(titles, artists, strict=True), sums.ms_played.tolist(), strict=True))


def _in_common(mine: Times, theirs: Times) -> list[Common]:
    """By the smaller of the two playing times, then their sum, then names by code point."""
    common = [Common(names, ms_played, theirs[names]) for names, ms_played in mine.items() if names in theirs]
    return sorted(common, key=_place)


def _place(thing: Common) -> tuple[int, int, Names]:
    times = thing.ms_played, thing.other_ms_played
    return (-min(times), -sum(times), thing.names)


def _first(things: list[Common], limit: int) -> list[CommonThing]:
    return [
        CommonThing(
            rank=rank,
            artist=thing.names[-1],
            title=thing.names[0] if len(thing.names) > 1 else None,
            ms_played=thing.ms_played,
            other_ms_played=thing.other_ms_played,
        )
        for rank, thing in enumerate(things[:limit], start=1)
    ]

"""Those who share their history, and what one has in common with them."""

from typing import Annotated

import msgspec

from contracts.messages.match import CommonThing, MatchAnswered
from contracts.messages.sharing import SharedPerson
from gateway.domain.me_view import picture_of
from gateway.domain.times import Day
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_view import Person

_PER_CENT = (
    "Taste match, 0 to 100: over all artists, the smaller of their shares in the playing time of either, added up. "
    "null where one of the two has no track in the window"
)


class PeopleList(msgspec.Struct, frozen=True, kw_only=True):
    """Whose histories one may pick, by name."""

    items: tuple[Person, ...]


class CommonArtist(msgspec.Struct, frozen=True, kw_only=True):
    """An artist whom both have heard: one's own playing time, and the other's."""

    rank: int
    name: str
    ms_played: int
    other_ms_played: int


class CommonTrack(msgspec.Struct, frozen=True, kw_only=True):
    """A track that both have heard: one's own playing time, and the other's."""

    rank: int
    title: str
    artist: str
    ms_played: int
    other_ms_played: int


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """What two people have in common, from what others may see of each. `artists` and `tracks` count all of it.

    The lists hold the first ones: by the smaller of the two playing times, then by their sum, then by names.
    """

    from_: Day | None = msgspec.field(name="from")
    to: Day | None
    time_zone: str
    person: Person
    per_cent: Annotated[int, msgspec.Meta(description=_PER_CENT, ge=0, le=100)] | None
    artists: int
    tracks: int
    top_artists: list[CommonArtist]
    top_tracks: list[CommonTrack]


def people_list_of(people: list[SharedPerson]) -> PeopleList:
    """`people` as the list shows them."""
    return PeopleList(items=tuple(person_of(person) for person in people))


def person_of(person: SharedPerson | Whose) -> Person:
    """A person as others see them."""
    return Person(id=person.person_id, name=person.name, picture=picture_of(person.picture))


def match_of(
    answer: MatchAnswered, person: Whose, time_zone: str, first_day: str | None, last_day: str | None
) -> Match:
    """The aggregator's answer about oneself and `person`, over days of `time_zone`."""
    return Match(
        from_=first_day,
        to=last_day,
        time_zone=time_zone,
        person=person_of(person),
        per_cent=answer.per_cent,
        artists=answer.artists,
        tracks=answer.tracks,
        top_artists=[_artist(common) for common in answer.top_artists],
        top_tracks=[_track(common) for common in answer.top_tracks],
    )


def _artist(common: CommonThing) -> CommonArtist:
    return CommonArtist(
        rank=common.rank, name=common.artist, ms_played=common.ms_played, other_ms_played=common.other_ms_played
    )


def _track(common: CommonThing) -> CommonTrack:
    return CommonTrack(
        rank=common.rank,
        title=common.title or "",
        artist=common.artist,
        ms_played=common.ms_played,
        other_ms_played=common.other_ms_played,
    )

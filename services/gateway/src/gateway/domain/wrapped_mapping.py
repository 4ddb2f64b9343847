"""From an answer of the aggregator, numbers only, to the report as the interface shows it, with its media."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import msgspec

from contracts.messages.discovery import Discovery
from contracts.messages.habits import Habits
from contracts.messages.media import MediaItem
from contracts.messages.people import Profile
from contracts.messages.rhythm import Rhythm
from contracts.messages.totals import Totals
from contracts.messages.treasures import Treasures
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import picture_of
from gateway.domain.media import NOTHING, Known, MediaState
from gateway.domain.media_items import album_item, artist_item, show_item, track_item
from gateway.domain.parts_view import (
    ArtistTreasureView,
    DiscoveryView,
    HabitsView,
    MostSkippedView,
    NewArtistView,
    NewTrackView,
    TrackTreasureView,
    TreasuresView,
)
from gateway.domain.rhythm_view import RhythmView, SittingView
from gateway.domain.showing import shown
from gateway.domain.toplists_view import FavouritesView, RankedAlbum, RankedArtist, RankedShow, RankedTrack
from gateway.domain.wrapped_view import Person, PreviousTotals, TotalsView, WrappedView

V = TypeVar("V", bound=msgspec.Struct)
C = TypeVar("C", bound=msgspec.Struct)

_TRACK_PAGE = "https://open.spotify.com/track/"


def wrapped_of(answer: Wrapped, profile: Profile, known: Known, media: MediaState) -> WrappedView:
    """`answer` with the media in `known`, by media key."""
    join = _Join(known)
    favourites = answer.favourites
    return WrappedView(
        from_=answer.first_day,
        to=answer.last_day,
        time_zone=answer.time_zone,
        by=answer.by,
        revision=answer.revision,
        person=Person(id=profile.person_id, name=profile.name, picture=picture_of(profile.picture)),
        totals=_totals(answer.totals),
        favourites=FavouritesView(
            track=join.one(RankedTrack, track_item, favourites.track),
            artist=join.one(RankedArtist, artist_item, favourites.artist),
        ),
        top_tracks=join.all(RankedTrack, track_item, answer.top_tracks),
        top_artists=join.all(RankedArtist, artist_item, answer.top_artists),
        top_albums=join.all(RankedAlbum, album_item, answer.top_albums),
        top_shows=join.all(RankedShow, show_item, answer.top_shows),
        rhythm=_rhythm(answer.rhythm),
        discovery=_discovery(answer.discovery, join),
        treasures=_treasures(answer.treasures, join),
        habits=_habits(answer.habits, join),
        media=media,
    )


class _Join:
    """Puts media beside figures, wherever the shown struct has a place for them."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def all(self, cls: type[V], item_of: Callable[[C], MediaItem], entries: Sequence[C]) -> list[V]:
        """Every entry of a list."""
        return [self._joined(cls, item_of(entry), entry) for entry in entries]

    def one(self, cls: type[V], item_of: Callable[[C], MediaItem], entry: C | None) -> V | None:
        """One entry, None for None."""
        return None if entry is None else self._joined(cls, item_of(entry), entry)

    def _joined(self, cls: type[V], item: MediaItem, entry: msgspec.Struct) -> V:
        media = self._known.get(item.key, NOTHING)
        link = media.link
        if link is None and item.kind == "track" and item.sample_id:
            link = _TRACK_PAGE + item.sample_id
        return shown(cls, entry, cover=media.picture, image=media.picture, preview=media.preview, link=link)


def _totals(totals: Totals) -> TotalsView:
    before = totals.previous
    days: dict[str, Any] = {"from": before.first_day, "to": before.last_day} if before else {}
    return shown(TotalsView, totals, previous=shown(PreviousTotals, before, **days) if before else None)


def _rhythm(rhythm: Rhythm) -> RhythmView:
    sitting = rhythm.longest_sitting
    return shown(RhythmView, rhythm, longest_sitting=shown(SittingView, sitting) if sitting else None)


def _discovery(discovery: Discovery, join: _Join) -> DiscoveryView:
    return shown(
        DiscoveryView,
        discovery,
        new_artists=join.all(NewArtistView, artist_item, discovery.new_artists),
        new_tracks=join.all(NewTrackView, track_item, discovery.new_tracks),
    )


def _treasures(treasures: Treasures, join: _Join) -> TreasuresView:
    return TreasuresView(
        recent_from=treasures.recent_from,
        forgotten_tracks=join.all(TrackTreasureView, track_item, treasures.forgotten_tracks),
        forgotten_artists=join.all(ArtistTreasureView, artist_item, treasures.forgotten_artists),
        loved_tracks=join.all(TrackTreasureView, track_item, treasures.loved_tracks),
        loved_artists=join.all(ArtistTreasureView, artist_item, treasures.loved_artists),
    )


def _habits(habits: Habits, join: _Join) -> HabitsView:
    return shown(HabitsView, habits, most_skipped=join.one(MostSkippedView, track_item, habits.most_skipped))

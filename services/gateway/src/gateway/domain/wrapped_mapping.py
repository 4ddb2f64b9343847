"""From an answer of the aggregator, numbers only, to the report as the interface shows it, with its media."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from contracts.messages.discovery import Discovery
from contracts.messages.habits import Habits
from contracts.messages.media import MediaItem
from contracts.messages.rhythm import Rhythm
from contracts.messages.totals import Totals
from contracts.messages.treasures import Treasures
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import picture_of
from gateway.domain.media import NOTHING, Known, MediaState
from gateway.domain.media_items import Items
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
from gateway.domain.times import moment_or_none
from gateway.domain.toplists_view import FavouritesView, RankedAlbum, RankedArtist, RankedShow, RankedTrack
from gateway.domain.viewing import Whose
from gateway.domain.wrapped_view import Person, PreviousTotals, TotalsView, WrappedView

V = TypeVar("V", bound=msgspec.Struct)

_TRACK_PAGE = "https://open.spotify.com/track/"


def wrapped_of(
    answer: Wrapped, items: Items, whose: Whose, known: Known, media: MediaState, resumes_at: int | None = None
) -> WrappedView:
    """`answer`, whose media items are `items`, with the media in `known`, by media key."""
    join = _Join(known)
    return WrappedView(
        from_=answer.first_day,
        to=answer.last_day,
        time_zone=answer.time_zone,
        by=answer.by,
        revision=answer.revision,
        person=Person(id=whose.person_id, name=whose.name, picture=picture_of(whose.picture)),
        totals=_totals(answer.totals),
        favourites=FavouritesView(
            track=join.one(RankedTrack, answer.favourites.track, items.favourite_track),
            artist=join.one(RankedArtist, answer.favourites.artist, items.favourite_artist),
        ),
        top_tracks=join.all(RankedTrack, answer.top_tracks, items.top_tracks),
        top_artists=join.all(RankedArtist, answer.top_artists, items.top_artists),
        top_albums=join.all(RankedAlbum, answer.top_albums, items.top_albums),
        top_shows=join.all(RankedShow, answer.top_shows, items.top_shows),
        rhythm=_rhythm(answer.rhythm),
        discovery=_discovery(answer.discovery, items, join),
        treasures=_treasures(answer.treasures, items, join),
        habits=_habits(answer.habits, items, join),
        media=media,
        media_resumes_at=moment_or_none(resumes_at),
    )


class _Join:
    """Puts media beside figures, wherever the shown struct has a place for them."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def all(self, cls: type[V], entries: Sequence[msgspec.Struct], items: Sequence[MediaItem]) -> list[V]:
        """Every entry of a list with its item."""
        return [self._joined(cls, entry, item) for entry, item in zip(entries, items, strict=True)]

    def one(self, cls: type[V], entry: msgspec.Struct | None, items: Sequence[MediaItem]) -> V | None:
        """One entry, None for None."""
        return None if entry is None else self._joined(cls, entry, items[0])

    def _joined(self, cls: type[V], entry: msgspec.Struct, item: MediaItem) -> V:
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


def _discovery(discovery: Discovery, items: Items, join: _Join) -> DiscoveryView:
    return shown(
        DiscoveryView,
        discovery,
        new_artists=join.all(NewArtistView, discovery.new_artists, items.new_artists),
        new_tracks=join.all(NewTrackView, discovery.new_tracks, items.new_tracks),
    )


def _treasures(treasures: Treasures, items: Items, join: _Join) -> TreasuresView:
    return TreasuresView(
        recent_from=treasures.recent_from,
        forgotten_tracks=join.all(TrackTreasureView, treasures.forgotten_tracks, items.forgotten_tracks),
        forgotten_artists=join.all(ArtistTreasureView, treasures.forgotten_artists, items.forgotten_artists),
        loved_tracks=join.all(TrackTreasureView, treasures.loved_tracks, items.loved_tracks),
        loved_artists=join.all(ArtistTreasureView, treasures.loved_artists, items.loved_artists),
    )


def _habits(habits: Habits, items: Items, join: _Join) -> HabitsView:
    return shown(HabitsView, habits, most_skipped=join.one(MostSkippedView, habits.most_skipped, items.most_skipped))

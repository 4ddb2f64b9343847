"""From an answer of the aggregator, numbers only, to the report as the interface shows it, with its media."""

from contracts.messages.people import Profile
from contracts.messages.toplists import TopAlbum, TopArtist, TopShow, TopTrack
from contracts.messages.totals import Totals, WindowTotals
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import picture_of
from gateway.domain.media import NOTHING, Known, MediaState, album_item, artist_item, show_item, track_item
from gateway.domain.times import iso
from gateway.domain.wrapped_view import (
    FavouritesView,
    Person,
    PreviousTotals,
    RankedAlbum,
    RankedArtist,
    RankedShow,
    RankedTrack,
    TotalsView,
    WrappedView,
)

_TRACK_PAGE = "https://open.spotify.com/track/"


def wrapped_of(answer: Wrapped, profile: Profile, known: Known, media: MediaState) -> WrappedView:
    """`answer` with the media in `known`, by media key."""
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
            track=_track(favourites.track, known) if favourites.track else None,
            artist=_artist(favourites.artist, known) if favourites.artist else None,
        ),
        top_tracks=tuple(_track(track, known) for track in answer.top_tracks),
        top_artists=tuple(_artist(artist, known) for artist in answer.top_artists),
        top_albums=tuple(_album(album, known) for album in answer.top_albums),
        top_shows=tuple(_show(show, known) for show in answer.top_shows),
        rhythm=answer.rhythm,
        discovery={},
        treasures={},
        habits=answer.habits,
        media=media,
    )


def _totals(totals: Totals) -> TotalsView:
    return TotalsView(
        ms_played=totals.ms_played,
        streams=totals.streams,
        plays=totals.plays,
        tracks=totals.tracks,
        artists=totals.artists,
        albums=totals.albums,
        days=totals.days,
        mean_ms_per_day=totals.mean_ms_per_day,
        by_kind=totals.by_kind,
        estimated=totals.estimated,
        previous=_previous(totals.previous) if totals.previous else None,
    )


def _previous(window: WindowTotals) -> PreviousTotals:
    return PreviousTotals(
        from_=window.first_day,
        to=window.last_day,
        ms_played=window.ms_played,
        streams=window.streams,
        plays=window.plays,
        tracks=window.tracks,
        artists=window.artists,
        albums=window.albums,
        days=window.days,
    )


def _track(track: TopTrack, known: Known) -> RankedTrack:
    media = known.get(track_item(track).key, NOTHING)
    page = _TRACK_PAGE + track.spotify_id if track.spotify_id else None
    return RankedTrack(
        rank=track.rank,
        title=track.title,
        artist=track.artist,
        album=track.album,
        ms_played=track.ms_played,
        streams=track.streams,
        plays=track.plays,
        share=track.share,
        rank_before=track.rank_before,
        first_played=iso(track.first_played),
        last_played=iso(track.last_played),
        spotify_id=track.spotify_id,
        cover=media.picture,
        preview=media.preview,
        link=media.link or page,
    )


def _artist(artist: TopArtist, known: Known) -> RankedArtist:
    media = known.get(artist_item(artist).key, NOTHING)
    return RankedArtist(
        rank=artist.rank,
        name=artist.name,
        ms_played=artist.ms_played,
        streams=artist.streams,
        plays=artist.plays,
        tracks=artist.tracks,
        share=artist.share,
        rank_before=artist.rank_before,
        first_played=iso(artist.first_played),
        last_played=iso(artist.last_played),
        image=media.picture,
        link=media.link,
    )


def _album(album: TopAlbum, known: Known) -> RankedAlbum:
    media = known.get(album_item(album).key, NOTHING)
    return RankedAlbum(
        rank=album.rank,
        title=album.title,
        artist=album.artist,
        ms_played=album.ms_played,
        streams=album.streams,
        plays=album.plays,
        tracks=album.tracks,
        share=album.share,
        rank_before=album.rank_before,
        first_played=iso(album.first_played),
        last_played=iso(album.last_played),
        cover=media.picture,
        link=media.link,
    )


def _show(show: TopShow, known: Known) -> RankedShow:
    media = known.get(show_item(show).key, NOTHING)
    return RankedShow(
        rank=show.rank,
        name=show.name,
        ms_played=show.ms_played,
        streams=show.streams,
        plays=show.plays,
        episodes=show.episodes,
        share=show.share,
        rank_before=show.rank_before,
        first_played=iso(show.first_played),
        last_played=iso(show.last_played),
        cover=media.picture,
        link=media.link,
    )

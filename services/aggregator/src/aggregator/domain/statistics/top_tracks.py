"""The top tracks."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.ranking import ranked
from contracts.messages.questions import By
from contracts.messages.toplists import TopTrack


def top_tracks(heard: Listening, before: Listening | None, by: By, limit: int) -> list[TopTrack]:
    """The tracks that you played most: by playing time, or by streams. A track is an artist and a title; all its
    releases count together. Shares are of the playing time, or the streams, of all tracks of the time you look at.
    Where two are equal, the other measure decides, then the alphabet.

    The `limit` first named tracks of kind track. A missing artist is the empty name; rows without a title are in no
    list. Album and id are the most played ones.
    """
    top = ranked(heard.tracks, before.tracks if before else None, by, limit)
    catalogue, sums = heard.catalogue, top.sums
    chosen = heard.chosen(catalogue.item_track, sums.number, len(catalogue.track_title))
    columns = zip(
        catalogue.titles.of(catalogue.track_title[sums.number]),
        catalogue.artists.of(catalogue.track_artist[sums.number]),
        chosen.albums(),
        chosen.ids(),
        *sums.lists(),
        top.shares,
        top.before,
        *heard.moments(chosen),
        strict=True,
    )
    return [
        TopTrack(
            rank=rank,
            title=title,
            artist=artist,
            album=album,
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            share=share,
            rank_before=rank_before,
            first_played=first_played,
            last_played=last_played,
            spotify_id=spotify_id,
        )
        for rank, (
            title, artist, album, spotify_id, ms_played, streams, plays, share, rank_before, first_played, last_played,
        ) in enumerate(columns, start=1)
    ]  # fmt: skip

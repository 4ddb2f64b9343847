"""The top albums."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.ranking import ranked
from contracts.messages.questions import By
from contracts.messages.toplists import TopAlbum


def top_albums(heard: Listening, before: Listening | None, by: By, limit: int) -> list[TopAlbum]:
    """The albums that you played most: by playing time, or by streams, of all tracks played from them. An album is an
    artist and a name. Shares are of the playing time, or the streams, of all albums of the time you look at. Where two
    are equal, the other measure decides, then the alphabet.

    The `limit` first albums of named tracks. A missing artist is the empty name; `tracks` counts distinct titles.
    """
    top = ranked(heard.albums, before.albums if before else None, by, limit)
    catalogue, sums = heard.catalogue, top.sums
    chosen = heard.chosen(catalogue.item_record, sums.number, len(catalogue.record_title))
    columns = zip(
        catalogue.albums.of(catalogue.record_title[sums.number]),
        catalogue.artists.of(catalogue.record_artist[sums.number]),
        *sums.lists(),
        chosen.titles(),
        top.shares,
        top.before,
        *heard.moments(chosen),
        chosen.samples()[0],
        strict=True,
    )
    return [
        TopAlbum(
            rank=rank,
            title=title,
            artist=artist,
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            tracks=count,
            share=share,
            rank_before=rank_before,
            first_played=first_played,
            last_played=last_played,
            sample_id=sample_id,
        )
        for rank, (
            title, artist, ms_played, streams, plays, count, share, rank_before, first_played, last_played, sample_id,
        ) in enumerate(columns, start=1)
    ]  # fmt: skip

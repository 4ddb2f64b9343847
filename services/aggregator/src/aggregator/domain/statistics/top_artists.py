"""The top artists."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.ranking import ranked
from contracts.messages.questions import By
from contracts.messages.toplists import TopArtist


def top_artists(heard: Listening, before: Listening | None, by: By, limit: int) -> list[TopArtist]:
    """The artists whose tracks you played most: by playing time, or by streams, of all their tracks together. Shares
    are of the playing time, or the streams, of all artists of the time you look at. Where two are equal, the other
    measure decides, then the alphabet.

    The `limit` first artists of named tracks; `tracks` counts their distinct tracks.
    """
    top = ranked(heard.artists, before.artists if before else None, by, limit)
    catalogue, sums = heard.catalogue, top.sums
    chosen = heard.chosen(catalogue.item_artist, sums.number, len(catalogue.artists))
    columns = zip(
        catalogue.artists.of(sums.number),
        *sums.lists(),
        chosen.titles(),
        top.shares,
        top.before,
        *heard.moments(chosen),
        *chosen.samples(),
        strict=True,
    )
    return [
        TopArtist(
            rank=rank,
            name=name,
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            tracks=count,
            share=share,
            rank_before=rank_before,
            first_played=first_played,
            last_played=last_played,
            sample_id=sample_id,
            sample_title=sample_title,
        )
        for rank, (
            name, ms_played, streams, plays, count, share, rank_before, first_played, last_played, sample_id,
            sample_title,
        ) in enumerate(columns, start=1)
    ]  # fmt: skip

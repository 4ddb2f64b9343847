"""The top shows and books."""

from aggregator.domain.statistics.listening import Listening
from aggregator.domain.statistics.ranking import ranked
from contracts.messages.questions import By
from contracts.messages.toplists import TopShow


def top_shows(heard: Listening, before: Listening | None, by: By, limit: int) -> list[TopShow]:
    """The podcasts and audiobooks that you played most: by playing time, or by streams, of all their episodes and
    chapters. Shares are of the playing time, or the streams, of all of them in the time you look at. Where two are
    equal, the other measure decides, then the alphabet.

    The `limit` first names of shows and books of named episodes and chapters; `episodes` counts distinct titles.
    """
    top = ranked(heard.shows, before.shows if before else None, by, limit)
    catalogue, sums = heard.catalogue, top.sums
    chosen = heard.chosen(catalogue.item_show, sums.number, len(catalogue.artists))
    columns = zip(
        catalogue.artists.of(sums.number),
        *sums.lists(),
        chosen.titles(),
        top.shares,
        top.before,
        *heard.moments(chosen),
        chosen.samples()[0],
        strict=True,
    )
    return [
        TopShow(
            rank=rank,
            name=name,
            ms_played=ms_played,
            streams=streams,
            plays=plays,
            episodes=count,
            share=share,
            rank_before=rank_before,
            first_played=first_played,
            last_played=last_played,
            sample_id=sample_id,
        )
        for rank, (
            name, ms_played, streams, plays, count, share, rank_before, first_played, last_played, sample_id,
        ) in enumerate(columns, start=1)
    ]  # fmt: skip

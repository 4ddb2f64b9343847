"""Lifelines: the playing time of a track or an artist, month by month."""

import numpy as np

from aggregator.domain.arrays import Ints, sums_by
from aggregator.domain.times.calendar_days import month_name
from contracts.messages.treasures import Lifeline


def lifelines(places: Ints, months: Ints, ms_played: Ints, count: int) -> list[Lifeline]:
    """One for each of `count` things from the plays of all of them: the place of the thing, the month and the playing
    time of each play. From the month of its first play to that of its last; none of them is without a play.
    """
    begin = int(months.min())
    width = int(months.max()) - begin + 1
    cells = places * width + months - begin
    table = sums_by(cells, ms_played, count * width).reshape(count, width)
    played = np.bincount(cells, minlength=count * width).reshape(count, width) > 0
    firsts, lasts = played.argmax(axis=1).tolist(), (width - played[:, ::-1].argmax(axis=1)).tolist()
    return [
        Lifeline(first_month=month_name(begin + first), ms_played=row[first:last].tolist())
        for row, first, last in zip(table, firsts, lasts, strict=True)
    ]

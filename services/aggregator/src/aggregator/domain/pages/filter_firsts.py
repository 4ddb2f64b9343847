"""Filters by first hearings: the first play of each artist or track, and plays of what was new in the window.

What is first is decided by the counted plays of the whole history that the viewer may see.
"""

import numpy as np
import polars as pl

from aggregator.domain.arrays import Bools, Ints
from aggregator.domain.history.catalogue import Catalogue, numbers_in
from aggregator.domain.history.counted import Counted
from aggregator.domain.history.history import History
from aggregator.domain.pages.filter_times import in_window
from aggregator.domain.times.days import DAY_MS, local_ms
from aggregator.domain.times.windows import zone_named
from contracts.messages.questions import FirstOf, PlaysQuestion


def by_firsts(history: History, question: PlaysQuestion, rows: Ints) -> Ints:
    """Those of `rows` that fit `first` and `new`."""
    if question.first is not None:
        rows = np.intersect1d(rows, _first_rows(history, question, question.first), assume_unique=True)
    if question.new is not None:
        rows = rows[_of_new(history, question, question.new, rows)]
    return rows


def _first_rows(history: History, question: PlaysQuestion, of: FirstOf) -> Ints:
    """The rows of all first plays."""
    plays, seen = history.plays, history.seen_by(question.viewer)
    visible = ~plays["double"]
    if question.viewer == "other":
        visible &= ~plays["private"].fill_null(value=False)
    first = _first_of(seen, of)
    return np.flatnonzero(visible.to_numpy())[first[first < len(seen.played_at)]]


def _of_new(history: History, question: PlaysQuestion, of: FirstOf, rows: Ints) -> Bools:
    """Which of `rows` are plays of artists or tracks that were first heard in the window."""
    seen = history.seen_by(question.viewer)
    first = _first_of(seen, of)
    heard = np.flatnonzero(first < len(seen.played_at))
    days = local_ms(seen.played_at[first[heard]], zone_named(question.time_zone)) // DAY_MS
    new = np.zeros(len(first) + 1, np.bool_)  # the last one stands for rows that belong to none
    new[heard] = in_window(days, question)
    return new[_groups(history, of)[rows]]


def _first_of(seen: Counted, of: FirstOf) -> Ints:
    return seen.first_of_track if of == "track" else seen.first_of_artist


def _groups(history: History, of: FirstOf) -> Ints:
    """The number in the catalogue of the artist or track of every play, -1 for none."""
    counted, catalogue = history.counted, history.counted.catalogue
    double = history.plays["double"].to_numpy()
    numbers = np.empty(len(double), np.int64)
    numbers[~double] = (catalogue.item_track if of == "track" else catalogue.item_artist)[counted.item]
    numbers[double] = _looked_up(history.plays.filter("double"), catalogue, of)
    return numbers


def _looked_up(plays: pl.DataFrame, catalogue: Catalogue, of: FirstOf) -> Ints:
    """The same for plays that are in no catalogue, by their names."""
    artist, title = numbers_in(plays["artist"]), numbers_in(plays["title"])
    song = (title >= 0) & (plays["kind"] == "track").to_numpy()
    if of == "artist":
        return np.where(song, artist, -1)
    width = len(catalogue.artists) + 1
    tracks = catalogue.track_title * width + catalogue.track_artist + 1  # in order, as the catalogue numbers them
    wanted = title * width + artist + 1
    place = tracks.searchsorted(wanted)
    known = place < len(tracks)
    known[known] = tracks[place[known]] == wanted[known]
    return np.where(song & known, place, -1)

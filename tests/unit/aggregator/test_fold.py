"""The laws of the fold: whatever the split, the order and the repetitions, the plays are those of the definition."""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.durable.fold import fold
from aggregator.domain.durable.year_table import CREDITS
from aggregator.domain.segment import ACCOUNT, EXTENDED, LIVE
from tests.harness.stored_plays import stored

MINUTE = 28_401_120
"""The first one of 2024, since 1970."""

Play = dict[str, Any]


def play(
    minute: int, second: int, identity: int, source: int, fingerprint: int, upload: str, file: int, linked: bool = True
) -> Play:
    """A play whose title tells its fingerprint."""
    moment = minute * 60_000 + second * 1000
    credit = {"first_upload": upload, "first_file": file}
    content = {"source": source, "fingerprint": fingerprint, "title": f"title {fingerprint}"}
    content["spotify_id"] = "4uLU6hMCjMI75M1A2tKUQC" if linked else None
    return {"identity_low": identity, "played_at": moment} | content | credit


PLAYS = st.lists(
    st.builds(
        play,
        minute=st.integers(MINUTE, MINUTE + 1),
        second=st.integers(0, 1),
        identity=st.integers(0, 1),
        source=st.sampled_from([LIVE, ACCOUNT, EXTENDED]),
        fingerprint=st.integers(0, 2),
        upload=st.sampled_from(["one", "two", "three"]),
        file=st.integers(0, 2),
        linked=st.booleans(),
    ),
    min_size=1,
    max_size=14,
)
COLUMNS = ("played_at", "identity_low", "source", "fingerprint", "title", "spotify_id", *CREDITS)


def expected(plays: Sequence[Play]) -> list[tuple[Any, ...]]:
    """The stored plays by the definition in product.md, one by one in the order of the topic."""
    best: dict[tuple[int, int], Play] = {}
    for one in plays:
        key = (one["played_at"] // 60_000, one["identity_low"])
        credit = {name: one.get(name) for name in CREDITS}
        if key in best:
            known = best[key]
            credit = {name: known[name] for name in CREDITS}
            if one["source"] > known["source"]:
                credit |= {"improved_upload": one["first_upload"], "improved_file": one["first_file"]}
            one = min(known, one, key=standing)  # noqa: PLW2901  # the better of the two, the known one where equal
        best[key] = one | credit
    rows = [tuple(row[name] for name in COLUMNS) for row in best.values()]
    return sorted(rows, key=lambda row: row[:2])


def standing(one: Play) -> tuple[int, bool, int, int]:
    return -one["source"], one["spotify_id"] is None, one["played_at"], one["fingerprint"]


def rows_of(plays: pl.DataFrame) -> list[tuple[Any, ...]]:
    return plays.select(*COLUMNS).rows()


@given(plays=PLAYS, cuts=st.sets(st.integers(1, 13)), repeated=st.integers(0, 13))
def test_any_split_and_any_replay_give_the_plays_of_the_definition(
    plays: list[Play], cuts: set[int], repeated: int
) -> None:
    edges = [0, *sorted(cut for cut in cuts if cut < len(plays)), len(plays)]
    batches = [stored(plays[start:end]) for start, end in pairwise(edges)]
    kept: pl.DataFrame | None = None
    new = 0
    for batch in batches:
        before, folded = kept, fold(kept, batch)
        kept, new = folded.plays, new + folded.new
        assert folded.changed == (before is None or not kept.equals(before))
        assert folded.new + folded.bettered <= batch.height
    assert kept is not None
    assert rows_of(kept) == expected(plays)
    assert new == kept.height

    for batch in batches[repeated % len(batches) :]:
        again = fold(kept, batch)
        assert not again.changed
        assert again.plays.equals(kept)


@given(plays=PLAYS, order=st.randoms())
def test_the_content_does_not_depend_on_the_order(plays: list[Play], order: random.Random) -> None:
    shuffled = order.sample(plays, len(plays))

    one, other = fold(None, stored(plays)), fold(None, stored(shuffled))

    assert one.plays.drop(*CREDITS).equals(other.plays.drop(*CREDITS))


FIRST: dict[str, Any] = {
    "minute": MINUTE,
    "second": 0,
    "identity": 1,
    "source": ACCOUNT,
    "fingerprint": 1,
    "upload": "one",
    "file": 0,
}


@pytest.mark.parametrize(
    ("second", "new", "bettered"),
    [
        ({}, 0, 0),
        ({"fingerprint": 2}, 0, 0),
        ({"second": 1}, 0, 0),
        ({"source": LIVE}, 0, 0),
        ({"fingerprint": 0}, 0, 1),
        ({"fingerprint": 0, "linked": False}, 0, 0),
        ({"source": EXTENDED, "second": 30}, 0, 1),
        ({"identity": 2}, 1, 0),
        ({"minute": MINUTE + 1}, 1, 0),
    ],
    ids=[
        "same",
        "another fingerprint",
        "later",
        "lower",
        "smaller fingerprint",
        "without id",
        "higher",
        "another",
        "next minute",
    ],
)
def test_what_a_second_row_does(second: dict[str, Any], new: int, bettered: int) -> None:
    kept = fold(None, stored([play(**FIRST)])).plays

    folded = fold(kept, stored([play(**(FIRST | second))]))

    assert (folded.new, folded.bettered) == (new, bettered)

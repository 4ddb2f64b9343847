"""The law of the merge on real MariaDB: whatever the split into batches and however often a batch comes again."""

import random
import secrets
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.adapters.play_store import MariaDbPlayStore
from aggregator.domain.segment import ACCOUNT, EXTENDED, LIVE
from aggregator.jobs.store_batch import TOKEN_BYTES
from chassis.database import Database
from chassis.errors import Retryable
from tests.integration.aggregator.jobs.staging import (
    START_OF_2024,
    Staged,
    expected,
    of_person,
    records_of,
    stage,
    stored,
)

UPLOADS = [f"{number:032x}" for number in (1, 2, 3)]
PLAYS = st.lists(
    st.builds(
        Staged,
        person_id=st.just(""),
        upload_id=st.sampled_from(UPLOADS),
        file=st.integers(0, 2),
        minute=st.integers(START_OF_2024, START_OF_2024 + 1),
        identity=st.integers(0, 1),
        source=st.sampled_from([LIVE, ACCOUNT, EXTENDED]),
        second=st.integers(0, 1),
        fingerprint=st.integers(0, 2),
    ),
    min_size=1,
    max_size=12,
)


async def merge(database: Database, store: MariaDbPlayStore, plays: Sequence[Staged]) -> None:
    """Stage and merge as one batch."""
    token = secrets.token_bytes(TOKEN_BYTES)
    staged = await stage(database, token, plays)
    await store.merge(token, staged, records_of(plays), [])
    await store.clear_stage()


@settings(max_examples=60, deadline=None)
@given(plays=PLAYS, cuts=st.sets(st.integers(1, 11)), repeated=st.integers(0, 12))
async def test_any_split_and_any_replay_give_the_rows_of_the_definition(
    tables: Database, store: MariaDbPlayStore, plays: list[Staged], cuts: set[int], repeated: int
) -> None:
    person_id, plays = of_person(plays)
    edges = [0, *sorted(cut for cut in cuts if cut < len(plays)), len(plays)]
    batches = [plays[start:end] for start, end in pairwise(edges)]
    for batch in batches:
        await merge(tables, store, batch)
    once = await stored(tables, person_id)

    for batch in batches[repeated % len(batches) :]:
        await merge(tables, store, batch)

    assert once == expected(plays)
    assert await stored(tables, person_id) == once


@settings(max_examples=30, deadline=None)
@given(plays=PLAYS, order=st.randoms())
async def test_the_content_does_not_depend_on_the_order(
    tables: Database, store: MariaDbPlayStore, plays: list[Staged], order: random.Random
) -> None:
    person_id, mine = of_person(plays)
    await merge(tables, store, mine)
    other_id, other = of_person(plays)
    order.shuffle(other)
    await merge(tables, store, other)

    assert [row[:6] for row in await stored(tables, other_id)] == [row[:6] for row in await stored(tables, person_id)]


async def years(database: Database, person_id: str) -> list[int]:
    """The years that are marked."""
    rows = await database.fetch_all("SELECT year FROM dirty_years WHERE person_id = %s", (person_id,))
    return [year for (year,) in rows]


def one(**fields: int) -> Staged:
    values = {"file": 0, "minute": START_OF_2024, "identity": 1, "source": ACCOUNT, "second": 0, "fingerprint": 1}
    return Staged(person_id="", upload_id=UPLOADS[0], **(values | fields))


@pytest.mark.parametrize(
    ("second", "marked"),
    [
        (one(), []),
        (one(fingerprint=2), []),
        (one(second=1), []),
        (one(source=LIVE), []),
        (one(fingerprint=0), [2024]),
        (one(source=EXTENDED, second=30), [2024]),
        (one(identity=2), [2024]),
    ],
    ids=["the same", "another fingerprint", "later", "lower", "smaller fingerprint", "higher", "another play"],
)
async def test_only_what_changes_a_row_marks_its_year(
    tables: Database, store: MariaDbPlayStore, second: Staged, marked: list[int]
) -> None:
    person_id, (first, second) = of_person([one(), second])
    await merge(tables, store, [first])
    await tables.execute("DELETE FROM dirty_years WHERE person_id = %s", (person_id,))

    await merge(tables, store, [second])

    assert await years(tables, person_id) == marked


async def test_staged_plays_that_somebody_emptied_are_not_taken_for_none(
    tables: Database, store: MariaDbPlayStore
) -> None:
    _, plays = of_person([one()])
    token = secrets.token_bytes(TOKEN_BYTES)
    staged = await stage(tables, token, plays)
    await store.clear_stage()

    with pytest.raises(Retryable, match="gone"):
        await store.merge(token, staged, records_of(plays), [])

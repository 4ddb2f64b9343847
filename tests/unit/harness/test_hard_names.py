"""The labelled set is well formed, and says of the names it asks for what its rules say."""

from collections import Counter
from pathlib import Path

from stack.double.catalogue import read_catalogue
from stack.double.ids import is_id
from tests.harness.hard_names.labelled import catalogue, pairs, write_catalogue

PAIRS, ROWS = pairs(), catalogue()


def test_there_are_enough_of_every_kind() -> None:
    assert len(PAIRS) >= 220
    assert sum(not pair.right for pair in PAIRS) >= 25
    assert min(Counter(pair.category for pair in PAIRS).values()) >= 12


def test_nothing_is_asked_twice() -> None:
    assert len({(pair.artist, pair.title) for pair in PAIRS}) == len(PAIRS)


def test_every_pair_has_both_names() -> None:
    assert all(pair.artist.strip() and pair.title.strip() for pair in PAIRS)


def test_ids_are_spotifys_and_unique_and_right_ones_are_in_the_catalogue() -> None:
    ids = [row.id for row in ROWS]
    assert len(set(ids)) == len(ids)
    assert all(is_id(one) for one in ids)
    assert frozenset().union(*(pair.right for pair in PAIRS)) <= set(ids)


def test_what_has_exactly_the_asked_names_is_right() -> None:
    by_names: dict[tuple[str, str], set[str]] = {}
    for row in ROWS:
        by_names.setdefault((row.artist, row.title), set()).add(row.id)
    assert [pair for pair in PAIRS if not by_names.get((pair.artist, pair.title), set()) <= pair.right] == []


def test_the_double_reads_the_catalogue(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.json"
    write_catalogue(path)
    assert read_catalogue(path) == ROWS

"""Segments from the stored plays of several people and years at once."""

from typing import Any

import pyarrow as pa

from aggregator.domain.segment import SEGMENT_SCHEMA, decode
from aggregator.domain.stored import Segment, segments_of
from tests.harness.segments import row

ANNA, BEN = "a" * 32, "b" * 32


def stored(*plays: dict[str, Any]) -> pa.Table:
    """Plays as the store gives them, in the order in which they are written here."""
    table = pa.Table.from_pylist([{name: play.get(name) for name in SEGMENT_SCHEMA.names} for play in plays])
    for name in ("person_id", "year", "identity"):
        table = table.append_column(name, pa.array([play[name] for play in plays]))
    return table


def play(person_id: str, moment: str, identity: bytes, title: str) -> dict[str, Any]:
    return row(moment, title=title) | {"person_id": person_id, "year": int(moment[:4]), "identity": identity}


def titles(segment: Segment) -> list[str]:
    return [found["title"] for found in decode(segment.body).to_pylist()]


def test_each_year_of_each_person_has_its_own_plays_in_their_order() -> None:
    plays = stored(
        play(ANNA, "2024-05-01T10:00:00", b"2", "third"),
        play(BEN, "2024-05-01T10:00:00", b"1", "of Ben"),
        play(ANNA, "2024-05-01T10:00:00", b"1", "second"),
        play(ANNA, "2024-01-01T00:00:00", b"9", "first"),
        play(ANNA, "2023-12-31T23:59:59", b"1", "before"),
    )

    segments = segments_of(plays, [(ANNA, 2023), (ANNA, 2024), (BEN, 2024)])

    assert [titles(segment) for segment in segments] == [["before"], ["first", "second", "third"], ["of Ben"]]
    assert [segment.plays for segment in segments] == [1, 3, 1]


def test_the_order_in_which_the_store_gives_them_does_not_show() -> None:
    plays = [play(ANNA, "2024-05-01T10:00:00", bytes([number]), str(number)) for number in range(9)]

    assert segments_of(stored(*plays), [(ANNA, 2024)]) == segments_of(stored(*reversed(plays)), [(ANNA, 2024)])


def test_a_year_without_plays_has_no_body() -> None:
    plays = stored(play(ANNA, "2024-05-01T10:00:00", b"1", "one"))

    assert segments_of(plays, [(ANNA, 2022)]) == [Segment(ANNA, 2022, 0, b"")]

"""Offsets that Faust never gave to an agent do not hold up what is committed behind them."""

from types import SimpleNamespace
from typing import Any

import pytest

from aggregator.streams.gaps import Gaps


class Consumer:
    """What of Faust's consumer is used."""

    def __init__(self) -> None:
        self.gaps: list[tuple[int, int, int]] = []

    async def _add_gap(self, place: Any, first: int, last: int) -> None:
        self.gaps.append((place.partition, first, last))


@pytest.mark.parametrize(
    ("offsets", "gaps"),
    [
        ([4, 5, 6], []),
        ([4, 8, 9], [(0, 5, 7)]),
        ([4, 5, 4, 5, 6], []),
        ([4, 9, 4, 5, 6], [(0, 5, 8)]),
        ([70], []),
    ],
)
async def test_what_is_missing_between_two_records_is_passed_over(
    offsets: list[int], gaps: list[tuple[int, int, int]]
) -> None:
    consumer = Consumer()
    noticed = Gaps(SimpleNamespace(consumer=consumer))  # type: ignore[arg-type]  # an app is its consumer here
    for offset in offsets:
        await noticed.pass_over(SimpleNamespace(topic="plays", partition=0, offset=offset))
        await noticed.pass_over(SimpleNamespace(topic="plays", partition=1, offset=7))
    assert consumer.gaps == gaps

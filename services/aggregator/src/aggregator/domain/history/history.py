"""A person's whole history in memory, prepared once so that every question of any window is a few small passes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl
import pyarrow as pa

from aggregator.domain.history.catalogue import KINDS, catalogue_of
from aggregator.domain.history.counted import Counted
from aggregator.domain.history.country_names import country_numbers
from aggregator.domain.history.device_families import family_numbers
from aggregator.domain.history.doubles import double_rows
from aggregator.domain.history.estimates import without_replaced_estimates
from aggregator.domain.history.skips import skip_rows
from aggregator.domain.history.streams import stream_rows
from aggregator.domain.history.yes_or_no import answer_bits
from aggregator.domain.segment import LIVE, SEGMENT_SCHEMA
from contracts.messages.questions import Viewer


@dataclass(frozen=True)
class History:
    """All plays of one person at one revision.

    plays      one row a play in the order of time: the columns of a segment, text as Enums in code-point order, and
               `double`, `estimate`. Estimates that an export has replaced are not there.
    counted    the plays without doubles, as numbers
    countries  the names of the countries in `counted`
    """

    person_id: str
    revision: int
    plays: pl.DataFrame
    counted: Counted
    countries: pl.Series

    def seen_by(self, viewer: Viewer) -> Counted:
        """The counted plays that `viewer` may see: private sessions are their owner's alone."""
        return self.counted if viewer == "owner" else self._public

    @cached_property
    def _public(self) -> Counted:
        private = self.counted.private
        return self.counted.only(~private) if private.any() else self.counted

    @property
    def size(self) -> int:
        """Bytes in memory, about. Grows once, when somebody else looks at a history with private sessions."""
        public = vars(self).get("_public", self.counted)
        return self._size + (0 if public is self.counted else public.size)

    @cached_property
    def _size(self) -> int:
        return int(self.plays.estimated_size()) + self.counted.size + self.counted.catalogue.size


def build_history(person_id: str, revision: int, segments: Sequence[pa.Table]) -> History:
    """The history from its segments in the order of their years. Pure: the same segments give the same history."""
    tables = [*segments] or [SEGMENT_SCHEMA.empty_table()]
    frames = [pl.DataFrame(table) for table in tables]
    plays = _coded(without_replaced_estimates(pl.concat(frames, rechunk=True)))
    doubles = pl.Series(double_rows(plays), dtype=pl.UInt32)
    plays = plays.with_columns(
        double=pl.int_range(pl.len(), dtype=pl.UInt32).is_in(doubles.implode()), estimate=pl.col("source") == LIVE
    )
    return History(person_id, revision, plays, *_counted(plays.filter(~pl.col("double"))))


def _counted(plays: pl.DataFrame) -> tuple[Counted, pl.Series]:
    catalogue, items = catalogue_of(plays)
    country, countries = country_numbers(plays["country"])
    counted = Counted(
        catalogue=catalogue,
        played_at=plays["played_at"].to_numpy(),
        ms_played=plays["ms_played"].to_numpy(),
        item=items,
        stream=stream_rows(plays["ms_played"].to_numpy()),
        estimate=plays["estimate"].to_numpy(),
        private=plays["private"].fill_null(value=False).to_numpy(),
        skip=skip_rows(plays),
        answers=answer_bits(plays),
        family=family_numbers(plays["platform"]),
        country=country,
    )
    return counted, countries


def _coded(plays: pl.DataFrame) -> pl.DataFrame:
    """Text as numbers: a quarter of the memory, and comparing or sorting names is comparing integers.

    Polars sorts text by its UTF-8 bytes, which is the order of code points.
    """
    texts = [name for name, dtype in plays.schema.items() if dtype == pl.String and name != "kind"]
    coded = [plays[name].cast(pl.Enum(plays[name].drop_nulls().unique().sort())) for name in texts]
    return plays.with_columns(plays["kind"].cast(pl.Enum(KINDS)), *coded)

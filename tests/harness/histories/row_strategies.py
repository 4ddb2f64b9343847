"""Hypothesis: the same edges as rows of export files, in every format. They shrink towards few and plain rows."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from tests.harness.histories.account import account_row, old_account_row
from tests.harness.histories.catalogue import Item
from tests.harness.histories.extended import Age, Row, extended_row, written_in
from tests.harness.histories.files import encode
from tests.harness.histories.listens import Habits, Listen
from tests.harness.histories.strategies import LENGTHS, moments
from tests.harness.reference.plays import Export
from tests.harness.reference.rows import play_of

Format = Age | Literal["account", "old account"]
FORMATS: tuple[Format, ...] = (*reversed(Age), "account", "old account")
FAR_FUTURE_MS = 2**52
MOST_ROWS, MOST_FILES = 25, 4
ITEMS = (
    Item("track", "0" * 21 + "A", "Low", "A", "L", 180_000),
    Item("track", "0" * 21 + "B", "Low", "A", "L (Deluxe)", 180_000),
    Item("track", "0" * 21 + "C", "low", "A", "L", 180_000),
    Item("track", "0" * 21 + "D", "Fée", "Ö", "", 60_000),
    Item("track", "0" * 21 + "E", "😀", "日本", "L", 30_000),
    Item("episode", "0" * 21 + "F", "One", "Show", "", 3_600_000, album_id="0" * 21 + "S"),
    Item("chapter", "0" * 21 + "G", "I", "Book", "", 3_600_000, album_id="0" * 21 + "T", author="Nobody"),
)
"""Two ids of one track, a title in two cases, accents, emoji, and the other kinds."""
HABITS = (
    Habits("android", "DE", shuffle=False, offline=False, private=False, address="192.0.2.1"),
    Habits("windows", "FR", shuffle=True, offline=False, private=False, address="192.0.2.2"),
    Habits("", "ZZ", shuffle=False, offline=True, private=True, address="192.0.2.3"),
)


@dataclass(frozen=True, slots=True)
class ExportFile:
    """Rows as they stand in one file of an export."""

    source: Export
    rows: list[Row]

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return encode(self.rows, indent=0)


@st.composite
def listens(draw: st.DrawFn) -> Listen:
    """Something that was listened to."""
    return Listen(
        item=draw(st.sampled_from(ITEMS)),
        ms=draw(st.sampled_from(LENGTHS)),
        reason_start="clickrow",
        reason_end=draw(st.sampled_from(["trackdone", "fwdbtn", "endplay"])),
        habits=draw(st.sampled_from(HABITS)),
        ended_at=draw(moments()),
        names=draw(st.sampled_from(["all", "all", "all", "id", "none"])),
        spelling=draw(st.sampled_from([0, 0, 1, 2])),
    )


@st.composite
def listening(draw: st.DrawFn) -> list[Listen]:
    """A listening in no order; some of it happened again, a little later: equal rows, doubles and near-doubles."""
    found = draw(st.lists(listens(), max_size=MOST_ROWS))
    again = draw(st.lists(st.tuples(st.sampled_from(found), st.integers(0, 200)), max_size=5)) if found else []
    return found + [_later(listen, seconds) for listen, seconds in again]


def export_file(heard: list[Listen], format: Format) -> ExportFile:
    """What an export of that format says of it: the old ones know no chapters."""
    if isinstance(format, Age):
        return ExportFile("extended", [extended_row(one, format) for one in heard if written_in(one, format)])
    write = account_row if format == "account" else old_account_row
    return ExportFile("account", [write(one) for one in heard])


@st.composite
def split(draw: st.DrawFn, whole: ExportFile) -> list[ExportFile]:
    """The same rows in up to four files: rows that could be one play stay together, everything else does not."""
    places = st.integers(0, MOST_FILES - 1)
    place_of: dict[object, int] = {}
    files: dict[int, list[Row]] = defaultdict(list)
    for row in whole.rows:
        agreement = play_of(row, whole.source, FAR_FUTURE_MS).agreement
        if agreement not in place_of:
            place_of[agreement] = draw(places)
        files[place_of[agreement]].append(row)
    return [ExportFile(whole.source, rows) for _, rows in sorted(files.items())]


@st.composite
def repeated(draw: st.DrawFn, files: list[ExportFile]) -> list[ExportFile]:
    """The files in any order, some of them once more."""
    again = draw(st.lists(st.sampled_from(files), max_size=3)) if files else []
    return draw(st.permutations(files + again))


def _later(listen: Listen, seconds: int) -> Listen:
    return Listen(
        listen.item, listen.ms, "remote", "remote", listen.habits, listen.ended_at + seconds, listen.names,
        listen.spelling, double=True,
    )  # fmt: skip

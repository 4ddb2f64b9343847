"""Holds what the interface says against the reference, figure by figure."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.harness.client import Person
from tests.harness.reference.compare import INTERNAL, differences, of_public
from tests.harness.reference.history import Account, History, Rows
from tests.harness.reference.parts.toplists import Order
from tests.harness.reference.plays import Play
from tests.harness.reference.uploads import read_upload
from tests.harness.reference.wrapped import Report, Window, wrapped
from tests.harness.reference.zones import local

LIMIT = 500
EVERYTHING: Window = (None, None)


class Truth:
    """The history of one person as the reference counts it."""

    def __init__(self) -> None:
        self.history = History(int(datetime.now(UTC).timestamp() * 1000))
        self._counted: list[Play] = []
        self._reports: dict[tuple[str, Window, Order, int], Report] = {}

    def add(self, *paths: Path) -> Account:
        """Import files as one upload."""
        return self.history.add(read_upload(*paths))

    @property
    def plays(self) -> list[Play]:
        """Every distinct play."""
        return self.history.plays()

    def wrapped(self, zone: str, window: Window, by: Order, limit: int) -> Report:
        """The report over these plays; counted once while they stay the same, as it takes seconds for many."""
        plays = self.plays
        if plays != self._counted:
            self._counted, self._reports = plays, {}
        asked = (zone, window, by, limit)
        if asked not in self._reports:
            self._reports[asked] = wrapped(plays, *asked)
        return self._reports[asked]


async def assert_same(
    person: Person,
    truth: Truth,
    windows: Iterable[Window] = (EVERYTHING,),
    orders: Iterable[Order] = ("time", "streams"),
) -> None:
    """The person's wrapped equals the truth in every window and order."""
    for window in windows:
        for by in orders:
            found = await differences_of(person, truth, window, by)
            assert not found, f"{window} by {by}:\n" + "\n".join(found[:20])


async def differences_of(
    person: Person, truth: Truth, window: Window = EVERYTHING, by: Order = "time", limit: int = LIMIT
) -> list[str]:
    """Every figure of the person's wrapped that is not the truth."""
    expected = truth.wrapped(str(person.me["time_zone"]), window, by, limit)
    answer = await person.wrapped(by=by, limit=limit, **in_query(window))
    return differences(expected, of_public(answer), INTERNAL)


def in_query(window: Window) -> dict[str, str]:
    """The window as the interface asks for it."""
    return {name: day.isoformat() for name, day in zip(("from", "to"), window, strict=True) if day}


def assert_account(upload: dict[str, Any], truth: Account) -> None:
    """The account of rows: in total, by reason, and file by file in the archive's order."""
    assert upload["state"] == "done", upload["error"]
    assert upload["rows"] == _rows(truth.rows)
    assert upload["reasons"] == truth.reasons
    files = [(file["name"], file["format"], file["rows"]) for file in upload["files"] if file["format"] != "ignored"]
    assert files == [(file.name, file.format, _rows(file.rows)) for file in truth.files if file.format != "ignored"]
    assert all(file["error"] is None for file in upload["files"])


def _rows(rows: Rows) -> dict[str, int]:
    return {name: getattr(rows, name) for name in Rows.__slots__}


def day_of(play: Play, zone: str) -> date:
    """The day to which a play belongs."""
    return local(play.moment, zone).date()

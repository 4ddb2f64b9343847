"""Holds what the interface says against the reference, figure by figure."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from tests.harness.client import Person
from tests.harness.reference.history import Account, History
from tests.harness.reference.plays import Play
from tests.harness.reference.toplists import Entry, Order
from tests.harness.reference.uploads import read_upload
from tests.harness.reference.wrapped import Sums, Totals, Wrapped, wrapped

LIMIT = 500


class Truth:
    """The history of one person as the reference counts it."""

    def __init__(self) -> None:
        self.history = History(int(datetime.now(UTC).timestamp() * 1000))

    def add(self, *paths: Path) -> Account:
        """Import files as one upload."""
        return self.history.add(read_upload(*paths))

    @property
    def plays(self) -> list[Play]:
        """Every distinct play."""
        return self.history.plays()


async def assert_same(
    person: Person,
    truth: Truth,
    windows: Iterable[tuple[date, date] | None] = (None,),
    orders: Iterable[Order] = ("time", "streams"),
) -> None:
    """The person's wrapped equals the truth in every window and order."""
    zone = str(person.me["time_zone"])
    for window in windows:
        for by in orders:
            params = {"from": window[0].isoformat(), "to": window[1].isoformat()} if window else {}
            answer = await person.wrapped(by=by, limit=LIMIT, **params)
            assert_wrapped(answer, wrapped(truth.plays, zone, window, by))


def assert_wrapped(answer: dict[str, Any], truth: Wrapped) -> None:
    """Dates, totals and the four lists."""
    assert (answer["from"], answer["to"]) == (_iso(truth.first), _iso(truth.last))
    _assert_totals(answer["totals"], truth.totals)
    assert {kind: _sums(sums) for kind, sums in answer["totals"]["by_kind"].items()} == truth.totals.by_kind
    if truth.previous is None:
        assert answer["totals"]["previous"] is None
    else:
        _assert_totals(answer["totals"]["previous"], truth.previous)
    _assert_list(answer["top_tracks"], truth.top_tracks, "title")
    _assert_list(answer["top_artists"], truth.top_artists, "name")
    _assert_list(answer["top_albums"], truth.top_albums, "title")
    _assert_list(answer["top_shows"], truth.top_shows, "name")


def assert_account(upload: dict[str, Any], truth: Account) -> None:
    """The account of rows: in total, by reason, and file by file in the archive's order."""
    assert upload["state"] == "done", upload["error"]
    assert upload["rows"] == _rows(truth.rows)
    assert upload["reasons"] == truth.reasons
    files = [(file["name"], file["format"], file["rows"]) for file in upload["files"] if file["format"] != "ignored"]
    assert files == [(file.name, file.format, _rows(file.rows)) for file in truth.files if file.format != "ignored"]
    assert all(file["error"] is None for file in upload["files"])


def _assert_totals(answer: dict[str, Any], truth: Totals) -> None:
    assert _sums(answer) == truth.all
    found = {name: answer[name] for name in ("tracks", "artists", "albums", "days")}
    assert found == {"tracks": truth.tracks, "artists": truth.artists, "albums": truth.albums, "days": truth.days}


def _assert_list(answer: list[dict[str, Any]], truth: list[Entry], name: str) -> None:
    for shown, entry in zip(answer, truth[:LIMIT], strict=True):
        assert (shown["rank"], shown[name], shown.get("artist", "")) == (entry.rank, entry.title, entry.artist)
        assert (shown["ms_played"], shown["streams"], shown["plays"]) == (entry.ms_played, entry.streams, entry.plays)
        assert abs(shown["share"] - entry.share) < 1e-9
        assert (_ms(shown["first_played"]), _ms(shown["last_played"])) == (entry.first_played, entry.last_played)


def _rows(rows: Any) -> dict[str, int]:
    return {name: getattr(rows, name) for name in ("read", "imported", "duplicate", "rejected", "improved")}


def _sums(answer: dict[str, Any]) -> Sums:
    return Sums(answer["ms_played"], answer["streams"], answer["plays"])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ms(moment: str) -> int:
    return round(datetime.fromisoformat(moment).timestamp() * 1000)

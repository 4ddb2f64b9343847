"""What the gateway gives out the uploader reads as it was: the same plays with the same identities."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contracts.messages.feed import RecentPlay, RecentPlaysFetched
from contracts.messages.history_pages import HistoryColumns
from contracts.messages.plays import PlayColumns, Source
from gateway.domain.export_archive import ExportArchive
from tests.harness.histories.row_strategies import FORMATS, export_file, listening
from tests.unit.uploader.uploads import NOW_MS, read_upload
from uploader.domain.recent_plays import new_plays
from uploader.domain.records import in_records

Plays = dict[str, dict[str, Any]]
"""Plays by their identities, each with its source and the fields of PlayColumns by their names."""

RANK: dict[Source, int] = {"live": 0, "account": 1, "extended": 2}

listed = st.lists(
    st.builds(
        RecentPlay,
        played_at=st.integers(1_700_000_000_000, 1_700_000_400_000),
        spotify_id=st.sampled_from(["0" * 21 + "A", None]),
        title=st.sampled_from(["Low", "😀", ""]),
        artist=st.sampled_from(["A", ""]),
        album=st.sampled_from(["L", None]),
        duration_ms=st.sampled_from([0, 31_000]),
    ),
    max_size=6,
)


@given(listening(), st.lists(st.sampled_from(FORMATS), max_size=2), listed)
def test_a_history_survives_being_given_out_and_read(heard: Any, formats: Any, recent: list[RecentPlay]) -> None:
    answer = RecentPlaysFetched(person_id="p", request_id="r", fetched_at=NOW_MS, full=False, plays=recent)
    plays = list(one_by_one(in_records(new_plays(answer, None))))
    for format in formats:
        plays += uploaded(export_file(heard, format).content)
    stored = kept(plays)
    if stored:
        again = kept(uploaded(given_out(stored)))
        assert again.keys() == stored.keys()
        assert contents(again) == contents(stored)


def one_by_one(records: Iterable[tuple[Source, PlayColumns]]) -> Iterator[dict[str, Any]]:
    """The plays of some records."""
    for source, columns in records:
        names = columns.__struct_fields__
        for fields in zip(*(getattr(columns, name) for name in names), strict=True):
            yield {"source": source, **dict(zip(names, fields, strict=True))}


def uploaded(body: bytes) -> Iterator[dict[str, Any]]:
    """The plays in an upload."""
    return one_by_one((source, columns) for _, source, columns in read_upload(body).records)


def kept(plays: Iterable[dict[str, Any]]) -> Plays:
    """Of plays with one identity the one of the best source, as they are stored."""
    found: Plays = {}
    for play in plays:
        known = found.get(play["identity"])
        if known is None or RANK[known["source"]] < RANK[play["source"]]:
            found[play["identity"]] = play
    return found


def given_out(stored: Plays) -> bytes:
    """The archive of an export."""
    years: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for play in stored.values():
        years[datetime.fromtimestamp(play["played_at"] // 1000, UTC).year].append(play)
    archive = ExportArchive("json")
    body = archive.begin_account() + archive.account(b"{}")
    for year, plays in sorted(years.items()):
        columns = {name: [play[name] for play in plays] for name in HistoryColumns.__struct_fields__}
        body += archive.plays(year, HistoryColumns(**columns))
    return body + archive.end()


def contents(stored: Plays) -> Counter[str]:
    """All that is known of the plays, but for how those that are alike are numbered and where they stood."""
    without = {"identity", "row"}
    return Counter(repr({name: play[name] for name in sorted(play.keys() - without)}) for play in stored.values())

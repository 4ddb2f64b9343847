"""An export's files: whatever a play holds comes out as it went in, in every format."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.messages.history_pages import HistoryColumns
from contracts.messages.plays import PlayFacts
from gateway.domain.export_archive import ExportArchive, ExportFormat

_TEXT = st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs"]), max_size=6))
_TRUTH = st.one_of(st.none(), st.booleans())
_MOMENT = st.integers(1_136_073_600_000, 1_900_000_000_000)
_ROW = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["live", "account", "extended"]),
        "played_at": _MOMENT,
        "ms_played": st.integers(0, 604_800_000),
        "kind": st.sampled_from(["track", "episode", "chapter"]),
        **dict.fromkeys(("artist", "title", "album", "spotify_id", "platform", "country"), _TEXT),
        **dict.fromkeys(("reason_start", "reason_end"), _TEXT),
        **dict.fromkeys(("shuffle", "skipped", "offline"), _TRUTH),
        "offline_at": st.one_of(st.none(), _MOMENT),
        "private": _TRUTH,
    }
)
_PAGES = st.lists(st.tuples(st.integers(0, 2), st.lists(_ROW, min_size=1, max_size=4)), min_size=1, max_size=5)
_FIRST_YEAR = 2020

Row = dict[str, Any]
Pages = list[tuple[int, list[Row]]]


def columns(rows: list[Row]) -> HistoryColumns:
    """Rows as a page has them."""
    return HistoryColumns(**{name: [row[name] for row in rows] for name in rows[0]})


def archive(form: ExportFormat, pages: Pages) -> zipfile.ZipFile:
    """The export of these pages, year by year."""
    made = ExportArchive(form)
    content = made.begin_account() + made.account(b"{") + made.account(b"}")
    for year, rows in sorted(pages, key=lambda page: page[0]):
        content += made.plays(_FIRST_YEAR + year, columns(rows))
    sent = zipfile.ZipFile(io.BytesIO(content + made.end()))
    assert sent.testzip() is None
    return sent


def by_year(pages: Pages) -> dict[str, list[Row]]:
    """The rows of each file."""
    years: dict[str, list[Row]] = {}
    for year, rows in sorted(pages, key=lambda page: page[0]):
        years.setdefault(f"nachklang_plays_{_FIRST_YEAR + year}", []).extend(rows)
    return years


@settings(max_examples=60)
@given(pages=_PAGES)
def test_json_says_everything(pages: Pages) -> None:
    sent = archive("json", pages)
    assert sent.namelist() == ["account.json", *(f"{name}.json" for name in by_year(pages))]
    for name, rows in by_year(pages).items():
        told = json.loads(sent.read(f"{name}.json"))
        assert [row.pop("nachklang") for row in told] == [1] * len(rows)
        for row in told:
            assert row["played_at"].endswith("Z")
            row["played_at"] = round(msgspec.convert(row["played_at"], type=datetime).timestamp() * 1000)
        assert told == rows


@settings(max_examples=60)
@given(pages=_PAGES)
def test_csv_says_the_same_in_one_line_a_play(pages: Pages) -> None:
    sent, truth = archive("csv", pages), {None: "", True: "true", False: "false"}
    for name, rows in by_year(pages).items():
        told = list(csv.DictReader(io.StringIO(sent.read(f"{name}.csv").decode(), newline="")))
        assert [row["title"] for row in told] == [row["title"] or "" for row in rows]
        assert [row["skipped"] for row in told] == [truth[row["skipped"]] for row in rows]
        assert [row["ms_played"] for row in told] == [str(row["ms_played"]) for row in rows]


@settings(max_examples=30)
@given(pages=_PAGES)
def test_parquet_says_the_same_with_types(pages: Pages) -> None:
    sent = archive("parquet", pages)
    for name, rows in by_year(pages).items():
        told = pq.read_table(io.BytesIO(sent.read(f"{name}.parquet"))).to_pylist()
        for row in told:
            del row["nachklang"]
            row["played_at"] = round(row["played_at"].timestamp() * 1000)
        assert told == rows


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
def test_every_format_has_the_same_columns(form: ExportFormat) -> None:
    row = {field.name: None for field in msgspec.structs.fields(HistoryColumns)}
    row |= {"source": "live", "played_at": 1_700_000_000_000, "ms_played": 1, "kind": "track"}  # type: ignore[dict-item]  # of any kind
    sent = archive(form, [(0, [row])]).read(f"nachklang_plays_{_FIRST_YEAR}.{form}")
    read: dict[ExportFormat, Callable[[], list[str]]] = {
        "json": lambda: list(json.loads(sent)[0]),
        "csv": lambda: next(csv.reader(io.StringIO(sent.decode(), newline=""))),
        "parquet": lambda: list(pq.read_table(io.BytesIO(sent)).column_names),
    }
    names = read[form]()
    assert names == ["nachklang", "source", *PlayFacts.__struct_fields__]
    assert set(PlayFacts.__struct_fields__) | {"source"} == set(HistoryColumns.__struct_fields__)


@pytest.mark.parametrize("form", ["json", "csv", "parquet"])
def test_without_its_end_it_is_no_archive(form: ExportFormat) -> None:
    made = ExportArchive(form)
    content = made.begin_account() + made.account(b"{}")
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(io.BytesIO(content))


def test_parquet_gathers_pages_into_few_groups() -> None:
    rows = [{field.name: None for field in msgspec.structs.fields(HistoryColumns)}] * 2_000
    page = columns([row | {"source": "live", "played_at": 1, "ms_played": 1, "kind": "track"} for row in rows])
    made = ExportArchive("parquet")
    content = made.begin_account() + b"".join(made.plays(2020, page) for _ in range(25)) + made.end()
    sent = zipfile.ZipFile(io.BytesIO(content)).read("nachklang_plays_2020.parquet")
    told = pq.read_metadata(io.BytesIO(sent))
    assert (told.num_rows, told.num_row_groups) == (50_000, 3)

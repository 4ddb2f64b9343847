"""Plays travel in records of at most 500, which the contract can carry and the broker takes."""

import json

from contracts.codec import decode_as, encode
from contracts.messages.plays import MAX_PLAYS_PER_RECORD, PlayColumns, PlaysRead
from tests.harness.histories.broken import good_rows
from tests.harness.histories.odd_rows import GOOD
from tests.unit.uploader.uploads import read_upload

LARGEST_RECORD = 8 * 1024 * 1024


def as_message(columns: PlayColumns) -> PlaysRead:
    return PlaysRead(upload_id="u", person_id="p", seq=0, file=0, source="extended", plays=columns)


def test_records_hold_five_hundred_plays() -> None:
    found = read_upload(good_rows(1_201))
    assert [len(columns.row) for _, _, columns in found.records] == [MAX_PLAYS_PER_RECORD, MAX_PLAYS_PER_RECORD, 201]
    assert sorted(row for _, _, columns in found.records for row in columns.row) == list(range(1, 1_202))


def test_records_survive_the_wire() -> None:
    ((_, _, columns),) = read_upload(good_rows(3)).records
    message = as_message(columns)
    assert decode_as(PlaysRead, encode(message)) == message
    assert all(len(getattr(columns, name)) == 3 for name in PlayColumns.__struct_fields__)


def test_the_same_bytes_give_the_same_records() -> None:
    body = good_rows(1_700)
    assert read_upload(body).records == read_upload(body).records


def test_absurd_names_make_smaller_records_not_larger_ones() -> None:
    rows = [{**GOOD, "ms_played": n, "master_metadata_track_name": "\x01" * 150_000} for n in range(40)]
    found = read_upload(json.dumps(rows).encode())
    assert sum(len(columns.row) for _, _, columns in found.records) == 40
    assert all(len(encode(as_message(columns))) < LARGEST_RECORD for _, _, columns in found.records)

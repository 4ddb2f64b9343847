"""Which records of the topic keep to the contract, and what is said of the others."""

import uuid
from typing import Any

import msgspec
import pytest

from aggregator.jobs.records import read
from contracts.codec import UnreadableMessage, encode, schema_header
from contracts.messages.plays import HistoryChanged, PlaysRead
from tests.harness.plays_records import columns, end_of, plays_of

IDS = (uuid.uuid4().hex, uuid.uuid4().hex)
MOMENT = 1_735_689_599_999
TWO = [{"played_at": MOMENT}, {"played_at": MOMENT}]
PLAYS_HEADER = [("schema", PlaysRead.SCHEMA.encode())]


def changed(**fields: Any) -> bytes:
    """A record of plays with other values than the contract allows."""
    return msgspec.json.encode(msgspec.to_builtins(plays_of(IDS, 0, TWO)) | fields)


def with_column(name: str, values: Any) -> bytes:
    return changed(plays=msgspec.to_builtins(columns(TWO)) | {name: values})


UNREADABLE = {
    "no value": None,
    "no JSON": b"{",
    "no UTF-8": b'{"upload_id": "\xff"}',
    "no object": b"[]",
    "empty": b"",
    "no plays": changed(plays=None),
    "text for a number": changed(seq="1"),
    "a negative number": changed(seq=-1),
    "a number that no table holds": changed(file=2**31),
    "another id": changed(person_id="' OR 1=1"),
    "an id and a line's end": changed(upload_id="0" * 32 + "\n"),
    "another source": changed(source="radio"),
    "no play in it": changed(plays={name: [] for name in msgspec.to_builtins(columns(TWO))}),
    "a column too short": with_column("title", ["one"]),
    "no moment": with_column("played_at", [MOMENT, None]),
    "a moment of text": with_column("played_at", [MOMENT, "now"]),
    "a moment before 1970": with_column("played_at", [MOMENT, -1]),
    "a moment that no year has": with_column("played_at", [MOMENT, 2**62]),
    "no playing time": with_column("ms_played", [1, None]),
    "an offline moment of too many digits": with_column("offline_at", [None, 2**64]),
    "an identity too short": with_column("identity", ["0" * 31, "0" * 32]),
    "identities of the right length together": with_column("identity", ["0" * 31, "0" * 33]),
    "an identity of other letters": with_column("identity", ["g" * 32, "0" * 32]),
    "an identity in capitals": with_column("identity", ["A" * 32, "0" * 32]),
    "an identity with blanks": with_column("identity", [" " * 32, "0" * 32]),
    "no fingerprint": with_column("fingerprint", [None, "0" * 16]),
    "another kind": with_column("kind", ["track", "advert"]),
    "no kind": with_column("kind", ["track", None]),
}


@pytest.mark.parametrize("value", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_records_that_keep_to_no_contract_are_refused(value: bytes | None) -> None:
    with pytest.raises(UnreadableMessage, match=r"."):
        read(value, PLAYS_HEADER)


def test_plays_and_end_markers_are_read() -> None:
    for message in (plays_of(IDS, 3, TWO), end_of(IDS, 0)):
        assert read(encode(message), [schema_header(message)]) == message


def test_what_does_not_belong_here_is_refused() -> None:
    marker = encode(end_of(IDS, 1))
    stranger = HistoryChanged(person_id=IDS[1], revision=1)
    forged = end_of(("x", IDS[1]), 1)
    endless = end_of(IDS, 2**31)
    wrong = [(encode(each), [schema_header(each)]) for each in (stranger, forged, endless)]
    for value, headers in [*wrong, (marker, [("schema", b"upload-read.v2")]), (marker, [])]:
        with pytest.raises(UnreadableMessage):
            read(value, headers)

"""Moments, cursors, file names, CSRF tokens: what crosses the edge, both ways."""

import base64
import json
from datetime import datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.domain.csrf import csrf_matches, csrf_token
from gateway.domain.cursors import rejection_cursor, to_cursor, upload_cursor
from gateway.domain.filenames import clean_filename, header_filename, unique_name
from gateway.domain.problems import Refused
from gateway.domain.times import moment, unix_ms


@given(st.integers(0, 253_402_300_799_999))
def test_a_moment_says_the_same_instant_in_utc(ms: int) -> None:
    text = json.loads(msgspec.json.encode(moment(ms)))
    assert text.endswith("Z")
    assert datetime.fromisoformat(text) == moment(ms)
    assert unix_ms(moment(ms)) == ms
    assert ("." in text) == (ms % 1000 != 0)


@given(st.integers(0, 2**53), st.text("0123456789abcdef", min_size=32, max_size=32))
def test_a_cursor_says_where_the_page_ended(created_at: int, upload_id: str) -> None:
    assert upload_cursor(to_cursor(created_at, upload_id)) == (created_at, upload_id)
    assert rejection_cursor(to_cursor(created_at, 7)) == (created_at, 7)


@given(st.text() | st.binary().map(lambda raw: base64.urlsafe_b64encode(raw).decode()))
def test_a_made_up_cursor_is_refused_and_never_an_error(cursor: str) -> None:
    for read in (upload_cursor, rejection_cursor):
        try:
            place = read(cursor)
        except Refused as refused:
            assert refused.kind.status == 400
        else:
            assert place is not None


def test_a_number_beyond_the_stores_is_refused() -> None:
    with pytest.raises(Refused):
        rejection_cursor(to_cursor(2**63, 1))


def test_no_cursor_is_the_beginning() -> None:
    assert upload_cursor(None) is None


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (None, None),
        ("", None),
        ("%C3%9Cber%20mich.zip", "Über mich.zip"),
        ("a%00b%0Ac.zip", "abc.zip"),
        ("%FF.zip", "\ufffd.zip"),
        ("\udcff.zip", "?.zip"),
        ("x" * 300, "x" * 255),
        ("../../etc/passwd", "../../etc/passwd"),
    ],
)
def test_a_file_name_is_cleaned_for_showing(sent: str | None, name: str | None) -> None:
    assert header_filename(sent) == name


@given(st.text())
def test_a_clean_name_can_be_encoded_and_stays(text: str) -> None:
    name = clean_filename(text)
    assert name is None or (name.encode() and clean_filename(name) == name)


@given(st.lists(st.text(min_size=1)))
def test_names_in_an_archive_differ(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        unique = unique_name(name, taken)
        assert unique not in taken
        taken.add(unique)


def test_the_ending_of_a_name_stays() -> None:
    assert unique_name("a.b.json", {"a.b.json", "a.b (2).json"}) == "a.b (3).json"


SECRETS = st.binary(min_size=32, max_size=32).map(lambda raw: base64.urlsafe_b64encode(raw).decode())
"""As sign-ins are: of one length, since to HMAC a short key and the same with zeros behind it are one."""


@given(SECRETS, SECRETS)
def test_a_csrf_token_fits_its_own_secret_only(secret: str, other: str) -> None:
    assert csrf_matches(secret, csrf_token(secret))
    assert csrf_matches(other, csrf_token(secret)) == (other == secret)
    assert not csrf_matches(secret, other)

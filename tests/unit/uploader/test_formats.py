"""What a file is shows in its content; its name is only a hint."""

import json
from typing import Any

import pytest

from tests.harness.histories.broken import good_rows, zip_of
from tests.harness.histories.extras import account_extras, extended_extras
from tests.harness.histories.odd_rows import GOOD, GOOD_ACCOUNT
from tests.unit.uploader.uploads import files_of
from uploader.domain.upload_errors import UnreadableUpload

ANY = ("any.json", good_rows())


def format_of(name: str, content: bytes) -> str:
    """The format of a file in a zip beside a history."""
    return files_of(zip_of((name, content), ANY))[0].format


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([GOOD], "extended"),
        ([GOOD_ACCOUNT], "account"),
        ([{"ts": "never"}], "extended"),
        ([{"ms_played": 1}], "extended"),
        ([{"msPlayed": 1, "podcastName": "P"}], "account"),
        ([{"endTime": "2024-01-01 10:00"}], "account"),
        ([None, 5, "x", GOOD], "extended"),
        ([{"unknown": 1}, GOOD_ACCOUNT], "account"),
        ([{**GOOD, "endTime": "x"}], "extended"),
        ([{"artistName": "A", "segment": "fan"}], "ignored"),
        ([{"platform": "x", "searchQuery": "y"}], "ignored"),
        ([1, 2], "ignored"),
        ([{}], "ignored"),
        (GOOD, "ignored"),
        ("text", "ignored"),
    ],
)
def test_content_decides(rows: Any, expected: str) -> None:
    assert format_of("whatever.txt", json.dumps(rows).encode()) == expected


def test_the_first_row_may_be_very_long() -> None:
    rows = [{"x": "y" * 500_000}, GOOD]
    assert format_of("a.json", json.dumps(rows).encode()) == "extended"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Streaming_History_Audio_2024_3.json", "extended"),
        ("MyData/endsong_0.json", "extended"),
        ("x/ENDVIDEO.json", "extended"),
        ("2014.json", "extended"),
        ("2014_1.json", "extended"),
        ("Streaming_History_Video_2018-2024.json.json", "extended"),
        ("StreamingHistory0.json", "account"),
        ("Spotify Account Data/StreamingHistory_podcast_0.json", "account"),
        ("Follow.json", "ignored"),
        ("201x.json", "ignored"),
    ],
)
def test_an_empty_array_is_a_history_by_its_name(name: str, expected: str) -> None:
    assert format_of(name, b" [ ] \n") == expected


@pytest.mark.parametrize(
    ("name", "expected"), [(None, "extended"), ("x.json", "extended"), ("StreamingHistory0.json", "account")]
)
def test_an_empty_array_by_itself_is_a_history(name: str | None, expected: str) -> None:
    (file,) = files_of(b"[]", name)
    assert file.format == expected


@pytest.mark.parametrize("name", ["__MACOSX/._a.json", "x/._Streaming_History_Audio_2024.json"])
def test_resource_forks_are_ignored(name: str) -> None:
    assert format_of(name, good_rows()) == "ignored"


@pytest.mark.parametrize(("name", "content"), [*account_extras(), *extended_extras()])
def test_what_else_lies_in_exports_is_ignored(name: str, content: bytes) -> None:
    assert format_of(name, content) == "ignored"
    with pytest.raises(UnreadableUpload):
        files_of(zip_of((name, content)))


def test_a_byte_order_mark_is_no_content() -> None:
    assert format_of("a.json", b"\xef\xbb\xbf \n" + good_rows()) == "extended"

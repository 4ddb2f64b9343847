"""Questions for Spotify's search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enricher.domain.search import artist_query, phrase, track_queries
from stack.double.queries import parse_query


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ('What\'s "Up": Part 2', "Whats Up Part 2"),
        ("-M-", "M-"),
        ("NOT an OR", "not an or"),
        ("Sixx:A.M.", "Sixx A.M."),
        ("A+B", "A B"),
        ("!!!", "!!!"),
    ],
)
def test_search_syntax_is_taken_out(name: str, asked: str) -> None:
    assert phrase(name) == asked


def test_questions_grow_wider() -> None:
    assert track_queries("Oba, Mia", "Slow Ferry (feat. Mia)") == [
        'track:"Slow Ferry (feat. Mia)" artist:"Oba, Mia"',
        'track:"Slow Ferry" artist:"Oba"',
        "Slow Ferry Oba",
    ]


def test_a_question_is_not_asked_twice() -> None:
    assert track_queries("Oba", "Slow Ferry") == ['track:"Slow Ferry" artist:"Oba"', "Slow Ferry Oba"]


def test_a_long_title_is_cut_at_a_word() -> None:
    assert phrase("wordy " * 40) == ("wordy " * 16).strip()


@given(st.text(max_size=150), st.text(max_size=150))
def test_no_name_breaks_a_filter(artist: str, title: str) -> None:
    for query in (*track_queries(artist, title), artist_query(artist)):
        assert not parse_query(query).broken

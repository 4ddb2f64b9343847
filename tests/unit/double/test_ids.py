"""Ids follow from names, look like Spotify's, and never from the range of unknown ones."""

from hypothesis import given
from hypothesis import strategies as st

from stack.double.ids import GONE, id_of, is_id

names = st.text(max_size=30)


@given(names, names)
def test_ids_are_base62_and_never_gone(artist: str, title: str) -> None:
    found = id_of("track", artist, title)
    assert is_id(found)
    assert not found.startswith(GONE)
    assert found == id_of("track", artist, title)


def test_kind_and_the_border_between_names_matter() -> None:
    assert len({id_of("track", "ab", "c"), id_of("track", "a", "bc"), id_of("album", "ab", "c")}) == 3


def test_what_is_no_id() -> None:
    assert not is_id("")
    assert not is_id("1" * 21)
    assert not is_id("1" * 21 + "-")
    assert not is_id("１" * 22)

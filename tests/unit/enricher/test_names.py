"""Names and titles: what is equal, what is not, and what a title says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from enricher.domain.names import normalised
from enricher.domain.titles import names_key, title_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café del Mar", "CAFE DEL MAR"),
        ("Nacht & Tag", "Nacht and Tag"),
        ("Don’t Go", "Don't Go"),
        ("Поздний свет", "поздний СВЕТ"),
        ("Чёрный лёд", "Черный лед"),
        ("Ｆｕｌｌ　Ｗｉｄｔｈ", "Full Width"),
        ("M.O.L.E.R.", "Moler"),
        ("The Mill, Pt. 2", "the mill part two"),
        ("Part II", "Part 2"),
        ("Işık", "ISIK"),
    ],
)
def test_equal(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("遠い窓", "近い窓"),
        ("!!!", "???"),
        ("がき", "かき"),
        ("мой", "мои"),
        ("🚌 Linie", "🌙 Linie"),
        ("Pt. 1", "Pt. 2"),
    ],
)
def test_different(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_a_name_of_punctuation_stays_itself() -> None:
    assert normalised("!!!") == "!!!"


@given(st.text(max_size=40))
def test_what_is_normalised_stays_as_it_is(name: str) -> None:
    assert normalised(normalised(name)) == normalised(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Slow Ferry (feat. Oba)", "Slow Ferry"),
        ("Slow Ferry - Remastered 2011", "Slow Ferry [2009 Remaster]"),
        ("Slow Ferry - Radio Edit", "Slow Ferry"),
        ("Slow Ferry (Live)", "Slow Ferry - Live; 2009 Remaster"),
        ("Slow Ferry（Live）", "Slow Ferry - Live"),
        ("Slow Ferry (Acoustic Version)", "Slow Ferry - Acoustic"),
        ("(I Can't) Wait", "I Can’t Wait"),
    ],
)
def test_one_recording(one: str, other: str) -> None:
    assert title_of(one).is_same_recording(title_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Slow Ferry", "Slow Ferry - Live"),
        ("Slow Ferry (Live in Bergen)", "Slow Ferry (Live in Oslo)"),
        ("Slow Ferry (A Remix)", "Slow Ferry (B Remix)"),
        ("Slow Ferry", "Slow Ferry (Part 2)"),
        ("Slow Ferry", "Slow Ferry (Karaoke Version)"),
    ],
)
def test_two_recordings(one: str, other: str) -> None:
    assert not title_of(one).is_same_recording(title_of(other))


def test_guests_are_told_by_their_words() -> None:
    assert title_of("Slow Ferry (feat. Oba Tunde & Mia)").guests == {"oba", "tunde", "mia"}
    assert title_of("Slow Ferry feat. Oba").guests == {"oba"}


def test_the_key_of_names_is_that_of_what_is_written_otherwise() -> None:
    assert names_key("Halden & the Low Suns", "Afterglow") == names_key(
        "HALDEN AND THE LOW SUNS", "Afterglow - Remaster"
    )
    assert names_key("A", "Afterglow") != names_key("A", "Afterglow (Live)") != names_key("B", "Afterglow (Live)")

"""The languages of a share: which one a visitor reads, its numbers and days, and that a file that lacks a word is
refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from gateway.adapters.languages import BrokenLanguage, read_languages
from gateway.domain.share.language import Language, language_of
from gateway.domain.share.numbers import count, day, duration, figure
from tests.unit.gateway.languages import DE, EN, FOLDER, LANGUAGES

MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
}
"""As `Intl` writes them on the page, in en-GB and de-DE."""


@pytest.mark.parametrize(
    ("accept", "code"),
    [
        (None, "en"), ("", "en"), ("de", "de"), ("de-CH", "de"), ("DE", "de"), ("fr", "en"), ("en-GB,de", "en"),
        ("fr-FR,fr;q=0.9,de;q=0.8,en;q=0.7", "de"), ("en;q=0.1,de;q=0.2", "de"), ("de;q=0", "en"), ("*", "en"),
        ("de;q=much,en", "en"), (";;;,,q=,", "en"), ("den", "en"),
    ],
)  # fmt: skip
def test_the_language_wished_for_most(accept: str | None, code: str) -> None:
    assert language_of(accept, LANGUAGES).code == code


@pytest.mark.parametrize(("accept", "code"), [("pt-BR", "pt-BR"), ("pt-br-x-a;q=0.5", "pt-BR"), ("pt", "en")])
def test_a_language_of_one_region_is_for_that_region(accept: str, code: str) -> None:
    brazilian = Language("pt-BR", Locale.parse("pt_BR"), EN.words)
    assert language_of(accept, {**LANGUAGES, "pt-BR": brazilian}).code == code


@given(accept=st.text(max_size=40))
def test_any_header_names_a_language(accept: str) -> None:
    assert language_of(accept, LANGUAGES) in LANGUAGES.values()


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (0, "0\u202fs"), (59_999, "59\u202fs"), (60_000, "1\u202fmin"), (3_599_999, "59\u202fmin"),
        (3_600_000, "1\u202fh\u00a00\u202fmin"), (4_624_560_000, "1,284\u202fh\u00a036\u202fmin"),
    ],
)  # fmt: skip
def test_durations_are_cut_as_on_the_page(ms: int, text: str) -> None:
    assert duration(ms, EN.locale) == text
    assert "\u202f".join(figure(ms, EN.locale)) == text


def test_a_narrow_space_in_a_number_is_not_its_end() -> None:
    assert figure(4_624_560_000, Locale("fr", "FR")) == ("1\u202f284", "h\u00a036\u202fmin")


def test_numbers_and_days_of_both_languages() -> None:
    assert (count(1_234_567, EN.locale), count(1_234_567, DE.locale)) == ("1,234,567", "1.234.567")
    assert (count(1_284, EN.locale), count(1_284, DE.locale), count(999, DE.locale)) == ("1,284", "1.284", "999")
    for number, (english, german) in enumerate(zip(*MONTHS.values(), strict=True), start=1):
        assert day(f"2025-{number:02}-01", EN.locale) == f"1\u00a0{english}\u00a02025"
        assert day(f"2025-{number:02}-24", DE.locale) == f"24.\u00a0{german}\u00a02025"


def test_a_region_of_its_own_is_written_as_there(tmp_path: Path) -> None:
    write(tmp_path, "en", lambda file: file.update(tag="en-US"))
    assert day("2025-11-24", read_languages(tmp_path)["en"].locale) == "Nov\u00a024,\u00a02025"


def write(folder: Path, code: str, change: Callable[[Any], object]) -> None:
    """The English file, changed, as another language's."""
    file = json.loads((FOLDER / "en.json").read_text("utf-8"))
    change(file)
    (folder / f"{code}.json").write_text(json.dumps(file), "utf-8")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda file: file.pop("share"), "missing required field `share`"),
        (lambda file: file.pop("tag"), "missing required field `tag`"),
        (lambda file: file["share"].pop("gone"), "missing required field `gone`"),
        (lambda file: file["share"].update(more="x"), "unknown field `more`"),
        (lambda file: file["share"].update(owner="What {nam} listened to"), "$.share.owner"),
        (lambda file: file["share"].update(frozen="{name} made this page."), "$.share.frozen"),
        (lambda file: file.update(tag="xx-YY"), "xx_YY"),
        (lambda file: file.update(tag="en_GB"), "en_gb"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_its_name(
    change: Callable[[Any], object], told: str, tmp_path: Path
) -> None:
    write(tmp_path, "en", lambda file: None)
    write(tmp_path, "nl", change)
    with pytest.raises(BrokenLanguage, match=r"^nl\.json: ") as refused:
        read_languages(tmp_path)
    assert told in str(refused.value)


def test_what_is_no_json_is_refused_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "nl.json").write_text("{", "utf-8")
    with pytest.raises(BrokenLanguage, match=r"^nl\.json: "):
        read_languages(tmp_path)


def test_without_english_nothing_starts(tmp_path: Path) -> None:
    write(tmp_path, "nl", lambda file: None)
    with pytest.raises(BrokenLanguage, match=r"no en\.json"):
        read_languages(tmp_path)

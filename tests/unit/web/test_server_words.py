"""Whatever a server can say went wrong, every language of the page has words for (languages/*.json), and none more."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from gateway.domain import problems
from gateway.domain.problems import ProblemKind
from uploader.domain import checks, upload_errors
from uploader.domain.json_stream import BrokenJson
from uploader.domain.typed_rows import AccountRow, ExtendedRow, NachklangRow

GATEWAY = Path(__file__).resolve().parents[3] / "services/gateway"
WEB = GATEWAY / "web"
FOLDER = GATEWAY / "src/gateway/languages"
LANGUAGES = [file.stem for file in sorted(FOLDER.glob("*.json"))]
FORMATS = (ExtendedRow, AccountRow, NachklangRow)
OF_A_FILE = {upload_errors.CLOSED_FILE, upload_errors.TOO_MANY_ROWS, upload_errors.TOO_MANY_REJECTED}
"""Said of one file; the rest of the upload counts."""


def words(language: str, part: str) -> dict[str, str]:
    """One part of what the page says."""
    file = json.loads((FOLDER / f"{language}.json").read_text("utf-8"))
    parts: dict[str, dict[str, str]] = file["page"] | file["pages"]
    return parts[part]


def patterns(table: str) -> dict[str, re.Pattern[str]]:
    """One table of serverWords.ts: the word's name, and the sentences of the server that it stands for."""
    source = (WEB / "src/imports/serverWords.ts").read_text("utf-8")
    body = source.split(f"export const {table} = {{")[1].split("} as const")[0]
    found = {name: re.compile(text) for name, text in re.findall(r"^  (\w+): /(.+)/,$", body, re.MULTILINE)}
    assert found
    return found


def unsaid(table: str, sentences: set[str]) -> list[str]:
    """The sentences that no word of the table stands for, and the words that stand for none."""
    known = patterns(table)
    hit = {next((name for name, pattern in known.items() if pattern.search(text)), text) for text in sentences}
    return sorted(hit ^ set(known))


def upload_texts() -> set[str]:
    """Every sentence of `upload_errors`, as it is sent."""
    texts = {text for name, text in vars(upload_errors).items() if name.isupper()}
    return {text.format(limit=4096, row=17) for text in texts}


def reasons() -> set[str]:
    """Every reason for which a row of any format is rejected."""
    found = {checks.NOT_AN_OBJECT}
    for row in FORMATS:
        found |= {checks.not_an_integer(row.MS_PLAYED)}
        found |= {checks.wrong_time(row.MS_PLAYED, value) for value in (None, -1, checks.LONGEST_MS + 1)}
        moments = [(None, None), ("x", None), ("x", checks.FIRST_MOMENT - 1), ("x", checks.FIRST_MOMENT)]
        found |= {checks.wrong_moment(row.MOMENT, text, moment) for text, moment in moments}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_the_gateway_has_words(language: str) -> None:
    kinds = {kind.name for kind in vars(problems).values() if isinstance(kind, ProblemKind)}
    assert set(words(language, "problems")) == kinds


@pytest.mark.parametrize(
    ("table", "part", "sentences"),
    [
        ("FAILURES", "failures", upload_texts() - {text.format(limit=4096, row=17) for text in OF_A_FILE}),
        (
            "FILE_ERRORS",
            "account",
            {text.format(limit=4096, row=17) for text in OF_A_FILE} | {str(BrokenJson(8, 99))},
        ),
        ("REASONS", "reasons", reasons()),
    ],
)
def test_every_sentence_of_the_uploader_has_words(table: str, part: str, sentences: set[str]) -> None:
    assert unsaid(table, sentences) == []
    for language in LANGUAGES:
        assert set(patterns(table)) <= set(words(language, part))

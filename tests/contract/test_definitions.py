"""The definitions in the page's help are those in the docstrings of the statistics."""

import json
from pathlib import Path

from aggregator.domain.statistics.definitions import definitions

FILE = Path(__file__).parents[2] / "services/gateway/web/definitions.json"


def test_the_page_shows_what_the_docstrings_say() -> None:
    assert json.loads(FILE.read_text(encoding="utf-8")) == definitions(), "run `make contract`"


def test_every_definition_is_a_text_of_one_line_for_readers() -> None:
    for name, text in definitions().items():
        assert 40 < len(text) < 700, name
        assert text.endswith("."), name
        assert "`" not in text, name

"""Whole exports in every format: the account is the one that the plain reference comes to."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.harness.histories.samples import write_samples
from tests.harness.histories.timeline import Person
from tests.harness.reference.history import History
from tests.harness.reference.uploads import read_bytes
from tests.unit.uploader.uploads import NOW_MS, read_upload

PERSON = Person(seed=7, plays=3_000, until=date(2026, 4, 30))


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return [path for path, _ in write_samples(tmp_path_factory.mktemp("exports"), PERSON)]


def test_accounts_and_sums_over_a_sequence_of_uploads(exports: list[Path]) -> None:
    assert len(exports) >= 7
    history, stored = History(NOW_MS), set[str]()
    for path in [*exports, exports[0]]:
        body = path.read_bytes()
        expected = history.add(read_bytes(path.name, body))
        found = read_upload(body, path.name)
        assert [(tally.name, tally.format, tally.read, tally.rejected) for tally in found.tallies] == [
            (file.name, file.format, file.rows.read, file.rows.rejected) for file in expected.files
        ]
        imported: Counter[int] = Counter()
        for number, _, columns in found.records:
            new = set(columns.identity) - stored
            imported[number] += len(new)
            stored |= new
        assert [imported[number] for number in range(len(found.tallies))] == [f.rows.imported for f in expected.files]
    assert len(stored) == len(history.plays())

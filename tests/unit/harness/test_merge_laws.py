"""Merge laws from file to fold: any split that keeps equal rows together, any order, any repetition, one answer.

Uploader and aggregator run by their own functions, and what is stored is also what the reference says.
"""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aggregator.domain.durable.upload_account import brought_by_files
from aggregator.domain.segment import SOURCES
from contracts.messages.plays import PlaysRead
from tests.harness.folding import FoldedHistory, as_stored, records_of
from tests.harness.histories.broken import zip_of
from tests.harness.histories.listens import Listen
from tests.harness.histories.row_strategies import (
    FORMATS,
    ExportFile,
    Format,
    export_file,
    listening,
    repeated,
    split,
)
from tests.harness.reference.history import History
from tests.harness.reference.uploads import read_bytes
from tests.unit.uploader.uploads import NOW_MS

LAW = settings(max_examples=60)  # the first example pays for the imports of all
FORMAT = st.sampled_from(FORMATS)
Stored = list[tuple[Any, ...]]


def records(file: ExportFile, number: int = 0) -> list[PlaysRead]:
    return records_of(file.content, "history.json", f"{number:032x}")


def stored(files: list[ExportFile]) -> Stored:
    """What is stored after each file was uploaded by itself, in this order."""
    history = FoldedHistory()
    for number, file in enumerate(files):
        history.add(records(file, number))
    return history.plays()


@LAW
@given(heard=listening(), format=FORMAT, data=st.data())
def test_any_split_any_order_and_any_repetition_is_the_whole_file(
    heard: list[Listen], format: Format, data: st.DataObject
) -> None:
    whole = export_file(heard, format)
    parts = data.draw(repeated(data.draw(split(whole))))
    expected = History(NOW_MS)
    expected.add(read_bytes("history.json", whole.content))
    assert stored(parts) == stored([whole]) == as_stored(expected.plays(), SOURCES)


@LAW
@given(heard=listening(), formats=st.lists(FORMAT, min_size=2, max_size=3), data=st.data())
def test_exports_of_one_listening_in_several_formats_meet_in_any_order(
    heard: list[Listen], formats: list[Format], data: st.DataObject
) -> None:
    files = [part for format in formats for part in data.draw(split(export_file(heard, format)))]
    assert stored(files) == stored(data.draw(repeated(files)))


@LAW
@given(heard=listening(), format=FORMAT, data=st.data())
def test_a_zip_of_the_files_is_the_files(heard: list[Listen], format: Format, data: st.DataObject) -> None:
    parts = [part for part in data.draw(split(export_file(heard, format))) if part.rows]
    if not parts:
        return
    archive = zip_of(*((f"{number}.json", part.content) for number, part in enumerate(parts)))
    history = FoldedHistory()
    history.add(records_of(archive, "my_spotify_data.zip", "a" * 32))
    assert history.plays() == stored(parts)


@LAW
@given(heard=listening(), format=FORMAT, cuts=st.lists(st.integers(0, 10), max_size=5), data=st.data())
def test_records_in_any_batches_replayed_from_anywhere_change_nothing(
    heard: list[Listen], format: Format, cuts: list[int], data: st.DataObject
) -> None:
    parts = data.draw(split(export_file(heard, format)))
    topic = [record for number, part in enumerate(parts) for record in records(part, number)]
    at_once, in_batches = FoldedHistory(), FoldedHistory()
    at_once.add(topic)
    for begin, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(topic)], strict=True):
        in_batches.add(topic[begin:end])
    assert in_batches.plays() == at_once.plays()
    replayed_from = data.draw(st.integers(0, len(topic)))
    assert not in_batches.add(topic[replayed_from:])


@LAW
@given(heard=listening(), formats=st.lists(FORMAT, min_size=1, max_size=3), data=st.data())
def test_the_account_of_every_upload_is_that_of_the_reference(
    heard: list[Listen], formats: list[Format], data: st.DataObject
) -> None:
    parts = [part for format in formats for part in data.draw(split(export_file(heard, format)))]
    history, reference = FoldedHistory(), History(NOW_MS)
    for number, part in enumerate(data.draw(repeated(parts))):
        expected = reference.add(read_bytes("history.json", part.content)).files[0].rows
        history.add(records(part, number))
        brought = brought_by_files(history.in_order(), f"{number:032x}")
        found = [(one.imported, one.improved, one.doubles) for one in brought] or [(0, 0, 0)]
        assert found == [(expected.imported, expected.improved, expected.doubles)]

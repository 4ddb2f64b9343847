"""The account of an import adds up at every stage (product.md)."""

import msgspec
import pytest

from contracts.messages.uploads import FileAccount, Live, ReadUpload, Rows, StoredFile, UploadStored
from uploader.domain import imports
from uploader.domain.account import FileTally
from uploader.domain.play import Play

REQUEST = ReadUpload(
    upload_id="a" * 32, person_id="b" * 32, created_at=5, filename="x\ud800.zip", bytes=9, chunks=1, partition=2,
    first_offset=3, last_offset=3,
)  # fmt: skip


def plays(*times: int) -> list[Play]:
    rest = ("track", *[None] * 13)
    return [Play(b"", "extended", 1, 2, ms, *rest) for ms in times]  # type: ignore[arg-type]  # None fits all that follows


def tallies() -> list[FileTally]:
    one, other = FileTally("a.json", "extended"), FileTally("b.pdf", "ignored")
    one.add_plays(plays(29_999, 30_000, 31_000))
    one.add_rejected(["ts is missing", "not an object", "not an object"])
    one.error = "breaks in row 7, at byte 900"
    return [one, other]


def stored(*files: StoredFile, replaced_estimates: int = 0) -> UploadStored:
    return UploadStored(
        upload_id="a" * 32, person_id="b" * 32, revision=1, files=files, replaced_estimates=replaced_estimates
    )


def test_an_import_begins_empty() -> None:
    found = imports.begun(REQUEST)
    assert (found.state, found.rows, found.files, found.filename) == ("reading", Rows(), (), "x?.zip")
    assert not found.is_read


def test_counting_while_it_is_read() -> None:
    found = imports.counted(imports.begun(REQUEST), tallies())
    assert found.rows == Rows(read=6, rejected=3)
    assert found.reasons == {"not an object": 2, "ts is missing": 1}
    assert found.live == Live(ms_played=90_999, streams=2)
    assert [file.error for file in found.files] == ["breaks in row 7, at byte 900", None]


def test_the_final_account_adds_up() -> None:
    found = imports.read(imports.counted(imports.begun(REQUEST), tallies()), 1, 66)
    assert (found.state, found.records, found.is_read, found.is_ended) == ("aggregating", 1, True, False)
    assert (found.read_at, found.sent) == (66, 1)
    brought = StoredFile(file=0, imported=2, improved=1, doubles=1)
    ended = imports.done(found, stored(brought, replaced_estimates=5), 77)
    rows = Rows(read=6, imported=2, duplicate=1, rejected=3, improved=1, doubles=1)
    assert ended.files[0] == FileAccount(name="a.json", format="extended", rows=rows, error=found.files[0].error)
    assert (ended.state, ended.finished_at) == ("done", 77)
    assert ended.rows == msgspec.structs.replace(rows, replaced_estimates=5)
    assert rows.read == rows.imported + rows.duplicate + rows.rejected


def test_a_file_of_which_nothing_is_stored_is_all_duplicates() -> None:
    ended = imports.done(imports.counted(imports.begun(REQUEST), tallies()), stored(), 77)
    assert ended.rows == Rows(read=6, duplicate=3, rejected=3)


def test_a_failed_import_keeps_its_reason_only() -> None:
    ended = imports.failed(imports.begun(REQUEST), "Send the zip.", 77)
    assert (ended.state, ended.error, ended.finished_at, ended.files) == ("failed", "Send the zip.", 77, ())


@pytest.mark.parametrize("found", [imports.begun(REQUEST), imports.counted(imports.begun(REQUEST), tallies())])
def test_gateways_hear_all_of_it(found: imports.Import) -> None:
    said = imports.changed(found)
    assert (said.upload_id, said.person_id, said.created_at, said.bytes) == ("a" * 32, "b" * 32, 5, 9)
    assert (said.rows, said.files, said.live, said.reasons) == (found.rows, found.files, found.live, found.reasons)

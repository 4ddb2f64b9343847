"""What somebody uploads, as rows: a zip or a JSON file, each file's format found by its content (exports.md)."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tests.harness.reference.arrays import read_array
from tests.harness.reference.rows import FIELDS

Format = Literal["extended", "account", "ignored"]


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """A file of an upload. `broken`: the text ends or errs after the rows. An ignored file has no rows."""

    name: str
    format: Format
    rows: Sequence[object] = field(repr=False)
    broken: bool = False


def read_upload(*paths: Path) -> list[HistoryFile]:
    """The files in the given zips and JSON files, in order. Raises as `read_bytes` does."""
    return [file for path in paths for file in read_bytes(path.name, path.read_bytes())]


def read_bytes(name: str, body: bytes) -> list[HistoryFile]:
    """The files in one body. Raises `zipfile.BadZipFile` or `zlib.error` where a zip is damaged."""
    if not body.startswith(b"PK"):
        return [read_file(name, body)]
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return [read_file(entry.filename, archive.read(entry)) for entry in archive.infolist() if not entry.is_dir()]


def read_file(name: str, content: bytes) -> HistoryFile:
    """One file: an array whose first telling row has the fields of a format, or something else."""
    array = read_array(content.decode("utf-8-sig", "replace"))
    if array is None:
        return HistoryFile(name, "ignored", [])
    found = _format(array.rows)
    if found is None and (array.rows or array.broken):
        return HistoryFile(name, "ignored", [], array.broken)
    return HistoryFile(name, found or "extended", array.rows, array.broken)


def has_history(files: list[HistoryFile]) -> bool:
    """Whether the upload holds any history at all; if not, it has failed."""
    return any(file.format != "ignored" for file in files)


def _format(rows: list[object]) -> Format | None:
    for row in rows:
        if isinstance(row, dict):
            for source, fields in FIELDS.items():
                if any(name in row for name in fields):
                    return source
    return None

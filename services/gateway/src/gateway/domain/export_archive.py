"""The archive of an export: an account of the person, and their plays year by year."""

from collections.abc import Callable, Mapping
from typing import Literal

from contracts.messages.history_pages import HistoryColumns
from gateway.domain.export_parquet import ParquetRows
from gateway.domain.export_rows import CsvRows, JsonRows, RowWriter
from gateway.domain.sealing import Archive

ExportFormat = Literal["json", "csv", "parquet"]

_WRITERS: Mapping[ExportFormat, Callable[[], RowWriter]] = {"json": JsonRows, "csv": CsvRows, "parquet": ParquetRows}


class ExportArchive:
    """A zip that is written once, from front to back. Every call gives the bytes that have become ready by it.

    Years come in their order, each of them once: that is how a history is read.
    """

    def __init__(self, form: ExportFormat) -> None:
        self._archive = Archive()
        self._form = form
        self._year: int | None = None
        self._writer: RowWriter | None = None

    def begin_account(self) -> bytes:
        """Begin `account.json`, which comes first."""
        return self._archive.begin("account.json", compressed=True, wide=False)

    def account(self, text: bytes) -> bytes:
        """Some more of `account.json`."""
        return self._archive.add(text)

    def plays(self, year: int, plays: HistoryColumns) -> bytes:
        """Some more plays of one year."""
        ready = b""
        if self._writer is None or year != self._year:
            ready = self._finish()
            self._year, self._writer = year, _WRITERS[self._form]()
            ready += self._begin(f"nachklang_plays_{year}.{self._writer.ending}", self._writer)
        return ready + self._archive.add(self._writer.rows(plays))

    def end(self) -> bytes:
        """Write the directory; nothing follows, and without it the archive is not valid."""
        return self._finish() + self._archive.end()

    def _begin(self, name: str, writer: RowWriter) -> bytes:
        ready = self._archive.begin(name, compressed=self._form != "parquet", wide=False)
        return ready + self._archive.add(writer.begin())

    def _finish(self) -> bytes:
        ready = self._archive.add(self._writer.end()) if self._writer else b""
        return ready + self._archive.finish()

"""Plays of an export as Parquet: the same columns, in row groups of some pages each."""

import pyarrow as pa
import pyarrow.parquet as pq

from contracts.messages.history_pages import HistoryColumns
from gateway.domain.drain import Drain
from gateway.domain.export_rows import columns_of

_GROUP_ROWS = 20_000
"""Groups of one page each would be read slowly; much larger ones would lie in memory for long."""
_MOMENT = pa.timestamp("ms", tz="UTC")
_SCHEMA = pa.schema(
    [
        pa.field("nachklang", pa.int32(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("played_at", _MOMENT, nullable=False),
        pa.field("ms_played", pa.int64(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        pa.field("artist", pa.string()),
        pa.field("title", pa.string()),
        pa.field("album", pa.string()),
        pa.field("spotify_id", pa.string()),
        pa.field("platform", pa.string()),
        pa.field("country", pa.string()),
        pa.field("reason_start", pa.string()),
        pa.field("reason_end", pa.string()),
        pa.field("shuffle", pa.bool_()),
        pa.field("skipped", pa.bool_()),
        pa.field("offline", pa.bool_()),
        pa.field("offline_at", pa.int64()),
        pa.field("private", pa.bool_()),
    ]
)


class ParquetRows:
    """One file, compressed by itself."""

    ending = "parquet"

    def __init__(self) -> None:
        self._ready = Drain()
        self._waiting: list[pa.Table] = []
        self._writer = pq.ParquetWriter(pa.PythonFile(self._ready, "w"), _SCHEMA, compression="zstd")

    def begin(self) -> bytes:
        """The file's first bytes."""
        return self._ready.take()

    def rows(self, plays: HistoryColumns) -> bytes:
        """What has become ready by some more plays: often nothing."""
        columns = columns_of(plays)
        arrays = [pa.array(columns[field.name], field.type) for field in _SCHEMA]
        self._waiting.append(pa.Table.from_arrays(arrays, schema=_SCHEMA))
        if sum(table.num_rows for table in self._waiting) >= _GROUP_ROWS:
            self._write_group()
        return self._ready.take()

    def end(self) -> bytes:
        """The last rows, and the directory of the row groups."""
        if self._waiting:
            self._write_group()
        self._writer.close()
        return self._ready.take()

    def _write_group(self) -> None:
        self._writer.write_table(pa.concat_tables(self._waiting), row_group_size=2 * _GROUP_ROWS)
        self._waiting.clear()

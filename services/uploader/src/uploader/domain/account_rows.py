"""The rows of account data (exports.md)."""

from collections.abc import Iterable, Sequence
from itertools import repeat

import msgspec
from msgspec import UNSET

from contracts.messages.plays import Source
from uploader.domain.checks import minute_moment
from uploader.domain.identity import Columns
from uploader.domain.play import CIRCUMSTANCES
from uploader.domain.rows import RowReader, Said
from uploader.domain.typed_rows import AccountRow


class AccountReader(RowReader[AccountRow]):
    """Reads rows of account data."""

    row_type = AccountRow
    decoder = msgspec.json.Decoder(list[AccountRow])
    read_moment = staticmethod(minute_moment)

    def _said(self, row: AccountRow) -> Said:
        """What its own fields say: a chapter, else an episode, else a track."""
        names = self._names
        if row.audiobook_name is not UNSET or row.chapter_name is not UNSET:
            return "chapter", names[row.audiobook_name or None], names[row.chapter_name or None], None, None, None
        if row.podcast_name is not UNSET or row.episode_name is not UNSET:
            return "episode", names[row.podcast_name or None], names[row.episode_name or None], None, None, None
        return "track", names[row.artist_name], names[row.track_name], None, None, None

    def _sources(self, rows: Sequence[AccountRow]) -> Iterable[Source]:
        return repeat("account", len(rows))

    def _circumstances(self, rows: Sequence[AccountRow]) -> Columns:
        return ([None] * len(rows),) * CIRCUMSTANCES

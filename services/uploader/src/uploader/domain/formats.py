"""What a file is, by its content; its name is only a hint (exports.md, section 1)."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Any, Literal

from contracts.messages.uploads import FileFormat

HistoryFormat = Literal["extended", "account", "nachklang"]

_DECISIVE: dict[HistoryFormat, frozenset[str]] = {
    "extended": frozenset({"ts", "ms_played"}),
    "account": frozenset({"endTime", "msPlayed"}),
    "nachklang": frozenset({"nachklang", "played_at"}),
}
_SUPPORTING: dict[HistoryFormat, frozenset[str]] = {
    "extended": frozenset(
        {
            "conn_country", "master_metadata_track_name", "master_metadata_album_artist_name",
            "master_metadata_album_album_name", "spotify_track_uri", "episode_name", "episode_show_name",
            "spotify_episode_uri", "reason_start", "reason_end", "offline_timestamp", "incognito_mode",
        }
    ),
    "account": frozenset(
        {"artistName", "trackName", "podcastName", "episodeName", "audiobookName", "chapterName", "authorName"}
    ),
    "nachklang": frozenset({"source", "ms_played", "kind", "artist", "title", "album", "spotify_id", "private"}),
}  # fmt: skip
_DECISIVE_SCORE = 20
_NAMES: tuple[tuple[HistoryFormat, re.Pattern[str]], ...] = (
    ("extended", re.compile(r"streaming_history_(audio|video)|endsong|endvideo|(19|20)\d\d(-\d{4})?(_\d+)?\.json")),
    ("account", re.compile(r"streaminghistory")),
    ("nachklang", re.compile(r"nachklang_plays_\d{4}\.json")),
)
_FORKS = re.compile(r"(^|/)(__MACOSX/|\._)")


def format_of(rows: Iterable[Any]) -> FileFormat:
    """The format of a file that begins with these rows. One decisive key is enough, for any other may be missing."""
    keys = {key for row in rows if isinstance(row, dict) for key in row}
    scores: dict[FileFormat, int] = {
        name: _DECISIVE_SCORE * len(keys & decisive) + len(keys & _SUPPORTING[name])
        for name, decisive in _DECISIVE.items()
        if keys & decisive
    }
    return max(scores, key=lambda name: scores[name]) if scores else "ignored"


def format_by_name(name: str) -> FileFormat:
    """The format that a file of this name would have: all there is to go by where an array is empty."""
    base = PurePosixPath(name).name.lower()
    return next((found for found, pattern in _NAMES if pattern.match(base)), "ignored")


def is_resource_fork(name: str) -> bool:
    """Whether macOS put this beside a file when packing a folder."""
    return _FORKS.search(name) is not None

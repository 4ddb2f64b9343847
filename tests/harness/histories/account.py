"""Rows of the account data: minutes, names, and nothing else (spotify.md, section 7.2)."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any, Literal

from tests.harness.histories.listens import Listen

Row = dict[str, Any]
Part = Literal["music", "podcast", "audiobook"]
PARTS: tuple[Part, ...] = ("music", "podcast", "audiobook")
YEAR_SECONDS = 365 * 86_400
_PART_OF: dict[str, Part] = {"track": "music", "episode": "podcast", "chapter": "audiobook"}


def part_of(listen: Listen) -> Part:
    """The file that the play stands in; music videos stand among the music."""
    return _PART_OF[listen.item.kind]


def last_year(listens: Iterable[Listen], until: float) -> Iterator[Listen]:
    """What an account export that was made at `until` (unix seconds) covers."""
    return (listen for listen in listens if until - YEAR_SECONDS <= listen.ended_at <= until)


def account_row(listen: Listen) -> Row:
    """The row as Spotify writes it since 2024. A play without names becomes a placeholder."""
    item, end = listen.item, {"endTime": _minute(listen)}
    named = listen.names == "all"
    if item.kind == "track":
        artist, title = (item.artist, item.title) if named else ("Unknown Artist", "Unknown Track")
        return {**end, "artistName": artist, "trackName": title, "msPlayed": listen.ms}
    if item.kind == "episode":
        show, episode = (item.artist, item.title) if named else ("Unknown Podcast", "Unknown Episode")
        return {**end, "podcastName": show, "episodeName": episode, "msPlayed": listen.ms}
    book, chapter = (item.artist, item.title) if named else ("Unknown Book", "Unknown Chapter")
    return {**end, "audiobookName": book, "chapterName": chapter, "authorName": item.author, "msPlayed": listen.ms}


def old_account_row(listen: Listen) -> Row:
    """The row of a `StreamingHistoryN.json`: whatever it was, with an artist and a track."""
    named = listen.names == "all"
    artist, title = (listen.item.artist, listen.item.title) if named else ("Unknown Artist", "Unknown Track")
    return {"endTime": _minute(listen), "artistName": artist, "trackName": title, "msPlayed": listen.ms}


def _minute(listen: Listen) -> str:
    return datetime.fromtimestamp(listen.ended_at, UTC).strftime("%Y-%m-%d %H:%M")

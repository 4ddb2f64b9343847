"""Histories as the JSON files of an export: how many rows each, how they are named, how they are laid out.

Rows that share a minute stay in one file, as in real exports: occurrences are counted within a file (product.md).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from random import Random
from typing import Any, Literal

import msgspec

from tests.harness.histories.account import PARTS, Part, account_row, old_account_row, part_of
from tests.harness.histories.extended import Age, extended_row, written_in
from tests.harness.histories.listens import Listen

File = tuple[str, bytes]
Naming = Literal["streaming", "endsong", "bare_year"]
AccountNaming = Literal["split", "old"]
EXTENDED_ROWS = 16_000
ACCOUNT_ROWS = 10_000
HELD_OVER = 0.02
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class ExtendedStyle:
    """How an extended export looks. `seed` shuffles the rows in a file and what neighbouring files share."""

    age: Age = Age.KEYS_23
    naming: Naming = "streaming"
    rows_per_file: int = EXTENDED_ROWS
    indent: int = 2
    bom: bool = False
    seed: int = 1


def extended_files(listens: Iterable[Listen], style: ExtendedStyle | None = None) -> Iterator[File]:
    """The files of an extended export, one at a time, roughly in time; the video file comes last."""
    style = style or ExtendedStyle()
    rng = Random(f"files {style.seed}")
    videos: list[Listen] = []
    index = 0
    for index, chunk in enumerate(_chunks(rng, _without_videos(listens, style, videos), style.rows_per_file)):
        yield _named(style, "Audio", chunk, index), _extended_bytes(chunk, style)
    for number, start in enumerate(range(0, len(videos), style.rows_per_file)):
        chunk = videos[start : start + style.rows_per_file]
        yield _named(style, "Video", chunk, index + 1 + number), _extended_bytes(chunk, style)


def account_files(
    listens: Iterable[Listen], naming: AccountNaming = "split", rows_per_file: int = ACCOUNT_ROWS
) -> Iterator[File]:
    """The files of an account export, sorted by time; "old": one kind of file with everything in it."""
    if naming == "old":
        rows = [old_account_row(listen) for listen in listens]
        yield from _numbered("StreamingHistory", rows, rows_per_file)
        return
    parts: dict[Part, list[dict[str, Any]]] = {part: [] for part in PARTS}
    for listen in listens:
        parts[part_of(listen)].append(account_row(listen))
    for part, rows in parts.items():
        yield from _numbered(f"StreamingHistory_{part}_", rows, rows_per_file)


def encode(rows: list[dict[str, Any]], indent: int = 2) -> bytes:
    """Rows as Spotify lays them out: UTF-8, indented by two, or everything in one line (indent 0)."""
    plain = msgspec.json.encode(rows)
    return msgspec.json.format(plain, indent=indent) if indent else plain


def _without_videos(listens: Iterable[Listen], style: ExtendedStyle, videos: list[Listen]) -> Iterator[Listen]:
    for listen in listens:
        if not written_in(listen, style.age):
            continue
        if listen.video:
            videos.append(listen)
        else:
            yield listen


def _chunks(rng: Random, listens: Iterable[Listen], size: int) -> Iterator[list[Listen]]:
    """About `size` plays each, unsorted; some minutes wait for the next file: files overlap in time."""
    chunk: list[Listen] = []
    held: list[Listen] = []
    for _, same_minute in groupby(listens, key=lambda listen: listen.ended_at // 60):
        (held if rng.random() < HELD_OVER else chunk).extend(same_minute)
        if len(chunk) >= size:
            rng.shuffle(chunk)
            yield chunk
            chunk, held = held, []
    chunk += held
    if chunk:
        rng.shuffle(chunk)
        yield chunk


def _extended_bytes(chunk: list[Listen], style: ExtendedStyle) -> bytes:
    content = encode([extended_row(listen, style.age) for listen in chunk], style.indent)
    return BOM + content if style.bom else content


def _named(style: ExtendedStyle, what: Literal["Audio", "Video"], chunk: list[Listen], index: int) -> str:
    first = datetime.fromtimestamp(min(listen.ended_at for listen in chunk), UTC).year
    last = datetime.fromtimestamp(max(listen.ended_at for listen in chunk), UTC).year
    years = str(first) if first == last else f"{first}-{last}"
    names: dict[Naming, Callable[[], str]] = {
        "streaming": lambda: f"Streaming_History_{what}_{years}_{index}.json",
        "endsong": lambda: f"endsong_{index}.json" if what == "Audio" else "endvideo.json",
        "bare_year": lambda: f"{years}_{index}.json",
    }
    return names[style.naming]()


def _numbered(stem: str, rows: list[dict[str, Any]], size: int) -> Iterator[File]:
    for number, start in enumerate(range(0, len(rows), size)):
        yield f"{stem}{number}.json", encode(rows[start : start + size])

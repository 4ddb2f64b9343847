"""Plays as records of the topic `plays`: up to 500 of one source each, as columns."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import astuple

from contracts.messages.plays import MAX_PLAYS_PER_RECORD, PlayColumns, Source
from uploader.domain.play import FINGERPRINT, Play

MAX_RECORD_CHARACTERS = 1 << 20
"""Of all texts of a record: as JSON at most six times as many bytes, which stays below the broker's 8 MiB."""

Numbered = tuple[str, Play]


def in_records(plays: Iterable[Numbered]) -> Iterator[tuple[Source, PlayColumns]]:
    """The plays with their identities in records; the same plays give the same records."""
    rest = iter(plays)
    while chunk := list(islice(rest, MAX_PLAYS_PER_RECORD)):
        for source, of_one_source in _by_source(chunk).items():
            yield from ((source, record) for record in _fitting(of_one_source))


def _by_source(chunk: list[Numbered]) -> dict[Source, list[Numbered]]:
    found: defaultdict[Source, list[Numbered]] = defaultdict(list)
    for numbered in chunk:
        found[numbered[1].source].append(numbered)
    return found


def _fitting(chunk: list[Numbered]) -> Iterator[PlayColumns]:
    """One record, or several where names are absurdly long."""
    record = _columns(chunk)
    if len(chunk) == 1 or _characters(record) <= MAX_RECORD_CHARACTERS:
        yield record
        return
    middle = len(chunk) // 2
    yield from _fitting(chunk[:middle])
    yield from _fitting(chunk[middle:])


def _columns(chunk: list[Numbered]) -> PlayColumns:
    fields = Play.__struct_fields__
    columns = dict(zip(fields, map(list, zip(*(astuple(play) for _, play in chunk), strict=True)), strict=True))
    del columns["order"], columns["source"]
    return PlayColumns(
        identity=[identity for identity, _ in chunk],
        fingerprint=[play.order[FINGERPRINT].hex() for _, play in chunk],
        **columns,
    )


def _characters(record: PlayColumns) -> int:
    texts = (record.artist, record.title, record.album, record.platform, record.country)
    reasons = (record.reason_start, record.reason_end)
    return sum(sum(map(len, filter(None, column))) for column in (*texts, *reasons))

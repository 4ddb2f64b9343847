"""Live totals: what a running upload has brought so far, before duplicates are known. Never the truth, only a hint.

A person's running uploads are one value of a hot table, plain dictionaries so that it can be written as JSON.
"""

from typing import TypedDict

from contracts.messages.plays import STREAM_MS, PlaysRead, UploadRead
from contracts.messages.uploads import LiveTotalsChanged

MAX_ENDED = 4
"""How many uploads that have ended are remembered a person, so that reading one again does not show it anew."""


class Running(TypedDict):
    """One upload: the number of the record that comes next, and the sums of those before it."""

    next_seq: int
    rows: int
    ms_played: int
    streams: int
    ended: bool


Uploads = dict[str, Running]
"""The uploads of one person by their id, oldest first."""

_NOTHING = Running(next_seq=0, rows=0, ms_played=0, streams=0, ended=False)


def with_record(uploads: Uploads, record: PlaysRead) -> Uploads | None:
    """The uploads with one more record; None if this record is in them already."""
    running = uploads.get(record.upload_id, _NOTHING)
    if record.seq < running["next_seq"]:
        return None
    played = record.plays.ms_played
    grown = Running(
        next_seq=record.seq + 1,
        rows=running["rows"] + len(played),
        ms_played=running["ms_played"] + sum(played),
        streams=running["streams"] + sum(ms >= STREAM_MS for ms in played),
        ended=False,
    )
    return {**uploads, record.upload_id: grown}


def with_end(uploads: Uploads, marker: UploadRead) -> Uploads | None:
    """The uploads with one of them ended and all but the last few ended ones forgotten; None if nothing changes."""
    running = uploads.get(marker.upload_id, _NOTHING)
    if running["ended"]:
        return None
    others = {upload_id: other for upload_id, other in uploads.items() if upload_id != marker.upload_id}
    ended = [upload_id for upload_id, other in others.items() if other["ended"]]
    for forgotten in ended[: max(len(ended) + 1 - MAX_ENDED, 0)]:
        del others[forgotten]
    return {**others, marker.upload_id: Running(**{**running, "ended": True})}


def totals_of(uploads: Uploads, upload_id: str, person_id: str) -> LiveTotalsChanged:
    """The totals of one of the uploads as a message."""
    running = uploads[upload_id]
    return LiveTotalsChanged(
        upload_id=upload_id,
        person_id=person_id,
        records=running["next_seq"],
        rows=running["rows"],
        ms_played=running["ms_played"],
        streams=running["streams"],
    )

"""Live totals: what a running upload has brought so far, before duplicates are known. Never the truth, only a hint.

A person's running uploads are one value of a hot table, plain dictionaries so that it can be written as JSON. It stays
small: how long each track was played is kept in the process only, and read back from the topic where it is not there.
"""

from typing import TypedDict

from aggregator.domain.live.track_sums import TrackSums
from contracts.messages.plays import STREAM_MS, PlaysRead
from contracts.messages.uploads import LiveTotalsChanged

MAX_ENDED = 4
"""How many uploads that have ended are remembered a person, so that reading one again does not show it anew."""


class Running(TypedDict):
    """One upload: where its first record lies, the number of the record that comes next, the sums of those before."""

    first_offset: int
    next_seq: int
    rows: int
    ms_played: int
    streams: int
    ended: bool


Uploads = dict[str, Running]
"""The uploads of one person by their id, oldest first."""


class LiveCount:
    """All that the records of one running upload bring, added in their order. Its first lies at `first_offset`."""

    def __init__(self, first_offset: int) -> None:
        self._running = Running(first_offset=first_offset, next_seq=0, rows=0, ms_played=0, streams=0, ended=False)
        self._tracks = TrackSums()

    @property
    def tracks(self) -> int:
        """How many tracks it keeps in memory."""
        return len(self._tracks)

    @property
    def running(self) -> Running:
        """What of it goes into the hot table."""
        return self._running

    def add(self, record: PlaysRead) -> None:
        """Count one more record; a number that was counted is passed over."""
        before, played = self._running, record.plays.ms_played
        if record.seq < before["next_seq"]:
            return
        self._running = Running(
            first_offset=before["first_offset"],
            next_seq=record.seq + 1,
            rows=before["rows"] + len(played),
            ms_played=before["ms_played"] + sum(played),
            streams=before["streams"] + sum(ms >= STREAM_MS for ms in played),
            ended=False,
        )
        self._tracks.add(record.plays)

    def totals(self, upload_id: str, person_id: str) -> LiveTotalsChanged:
        """The totals as a message."""
        return LiveTotalsChanged(
            upload_id=upload_id,
            person_id=person_id,
            records=self._running["next_seq"],
            rows=self._running["rows"],
            ms_played=self._running["ms_played"],
            streams=self._running["streams"],
            top_track=self._tracks.top,
        )


def with_running(uploads: Uploads, upload_id: str, running: Running) -> Uploads:
    """The uploads with one of them as it stands now."""
    return {**uploads, upload_id: running}


def with_end(uploads: Uploads, upload_id: str, running: Running) -> Uploads:
    """The uploads with one of them ended and all but the last few ended ones forgotten."""
    others = {other_id: other for other_id, other in uploads.items() if other_id != upload_id}
    ended = [other_id for other_id, other in others.items() if other["ended"]]
    for forgotten in ended[: max(len(ended) + 1 - MAX_ENDED, 0)]:
        del others[forgotten]
    return {**others, upload_id: Running(**{**running, "ended": True})}

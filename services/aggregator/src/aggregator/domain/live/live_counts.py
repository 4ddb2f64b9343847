"""The running uploads that this process counts, in bounded memory."""

from collections import OrderedDict

from aggregator.domain.live.live import LiveCount, Running

MOST_TRACKS = 500_000
"""Tracks of all counts together, at some 200 bytes each. What was dropped is read back when its upload goes on."""


class LiveCounts:
    """Counts by upload. Those that were used longest ago go first: uploads that were given up, or went elsewhere."""

    def __init__(self, most_tracks: int = MOST_TRACKS) -> None:
        self._most_tracks = most_tracks
        self._counts: OrderedDict[str, LiveCount] = OrderedDict()
        self._tracks = 0

    def get(self, upload_id: str, running: Running) -> LiveCount | None:
        """The count of an upload, if it is what the table says of it: another process may have counted meanwhile."""
        count = self._counts.get(upload_id)
        if count is None or count.running != running:
            return None
        self._counts.move_to_end(upload_id)
        return count

    def keep(self, upload_id: str, count: LiveCount, grown_by: int) -> None:
        """Keep a count that has grown by so many tracks."""
        self._counts[upload_id] = count
        self._tracks += grown_by
        while self._tracks > self._most_tracks and len(self._counts) > 1:
            self._tracks -= self._counts.popitem(last=False)[1].tracks

    def drop(self, upload_id: str) -> None:
        """Forget an upload that has ended."""
        count = self._counts.pop(upload_id, None)
        self._tracks -= count.tracks if count else 0

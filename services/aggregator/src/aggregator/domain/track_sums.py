"""Playing time by track while an upload is read: which one is the favourite so far."""

from contracts.messages.plays import STREAM_MS, PlayColumns
from contracts.messages.uploads import LiveTrack

Track = tuple[str, str]
"""Title and artist; a missing artist is the empty name."""


class TrackSums:
    """Grows by records; `top` is known after each without a look at all tracks, for sums only grow."""

    def __init__(self) -> None:
        self._ms_played: dict[Track, int] = {}
        self._streams: dict[Track, int] = {}
        self._top: Track | None = None

    def __len__(self) -> int:
        return len(self._ms_played)

    @property
    def top(self) -> LiveTrack | None:
        """The track with the longest playing time; then by streams, title and artist (product.md)."""
        if self._top is None:
            return None
        title, artist = self._top
        return LiveTrack(title=title, artist=artist, ms_played=self._ms_played[self._top])

    def add(self, plays: PlayColumns) -> None:
        """Count the plays of a record: those of kind track that have a title."""
        ms_played, streams = self._ms_played, self._streams
        grown = set()
        for kind, title, artist, ms in zip(plays.kind, plays.title, plays.artist, plays.ms_played, strict=True):
            if kind == "track" and title:
                track = (title, artist or "")
                ms_played[track] = ms_played.get(track, 0) + ms
                if ms >= STREAM_MS:
                    streams[track] = streams.get(track, 0) + 1
                grown.add(track)
        if grown:
            self._top = min(grown if self._top is None else grown | {self._top}, key=self._order)

    def _order(self, track: Track) -> tuple[int, int, str, str]:
        return (-self._ms_played[track], -self._streams.get(track, 0), *track)

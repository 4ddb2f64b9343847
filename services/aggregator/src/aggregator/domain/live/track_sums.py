"""Playing time by track while an upload is read: which one is the favourite so far."""

from contracts.messages.plays import STREAM_MS, PlayColumns
from contracts.messages.uploads import LiveTrack

Track = tuple[str, str]
"""Title and artist; a missing artist is the empty name."""


class TrackSums:
    """Grows by records; `top` is known after each play without a look at all tracks, for sums only grow."""

    def __init__(self) -> None:
        self._sums: dict[Track, list[int]] = {}  # playing time (ms) and streams
        self._top: Track | None = None

    def __len__(self) -> int:
        return len(self._sums)

    @property
    def top(self) -> LiveTrack | None:
        """The track with the longest playing time; then by streams, title and artist (product.md)."""
        if self._top is None:
            return None
        title, artist = self._top
        return LiveTrack(title=title, artist=artist, ms_played=self._sums[self._top][0])

    def add(self, plays: PlayColumns) -> None:
        """Count the plays of a record: those of kind track that have a title."""
        sums, top = self._sums, self._top
        best = sums[top] if top else None
        for kind, title, artist, ms in zip(plays.kind, plays.title, plays.artist, plays.ms_played, strict=True):
            if kind != "track" or not title:
                continue
            track = (title, artist or "")
            found = sums.get(track)
            if found is None:
                found = sums[track] = [0, 0]
            found[0] += ms
            found[1] += ms >= STREAM_MS
            if best is None or (found is not best and found[0] >= best[0] and self._beats(track, top)):
                top, best = track, found
        self._top = top

    def _beats(self, track: Track, other: Track | None) -> bool:
        return other is None or self._order(track) < self._order(other)

    def _order(self, track: Track) -> tuple[int, int, str, str]:
        ms_played, streams = self._sums[track]
        return (-ms_played, -streams, *track)

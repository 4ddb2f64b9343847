"""What Spotify lists as recently played, and what of it is a play."""

from datetime import UTC, datetime, timedelta

import msgspec

from contracts.messages.feed import RecentPlay

SHORTEST_MS = 30_000
"""Spotify lists only longer plays (spotify.md 2.5), so a track without a length was heard at least for so long."""
LONGEST_MS = 24 * 3_600_000
"""No track is longer: what says so, says nothing."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class ListedArtist(msgspec.Struct, frozen=True):
    """An artist, as far as we look."""

    name: str | None = None


class ListedAlbum(msgspec.Struct, frozen=True):
    """An album, as far as we look."""

    name: str | None = None
    artists: list[ListedArtist] | None = None


class ListedTrack(msgspec.Struct, frozen=True):
    """A track; one from a file of the person's own has no id."""

    id: str | None = None
    name: str | None = None
    artists: list[ListedArtist] | None = None
    album: ListedAlbum | None = None
    duration_ms: int | float | None = None


class Listed(msgspec.Struct, frozen=True):
    """One entry of the list; the track may be missing."""

    track: ListedTrack | None = None
    played_at: str | None = None


def recent_plays(listed: list[Listed]) -> list[RecentPlay]:
    """The plays among them, oldest first. An entry that tells no moment, or neither name nor id, is none."""
    plays = [play for entry in listed if (play := _play(entry)) is not None]
    return sorted(plays, key=lambda play: play.played_at)


def moment(text: str) -> int | None:
    """Unix ms UTC of an ISO 8601 moment since 1970 with or without fractions of a second, or None.

    Without a zone it is UTC.
    """
    try:
        read = datetime.fromisoformat(text)
        at = read if read.tzinfo else read.replace(tzinfo=UTC)
        since = (at - _EPOCH) // timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return None
    return since if since >= 0 else None


def _play(entry: Listed) -> RecentPlay | None:
    track, at = entry.track, moment(entry.played_at or "")
    if track is None or at is None or not (track.id or track.name):
        return None
    return RecentPlay(
        played_at=at,
        spotify_id=track.id or None,
        title=track.name or "",
        artist=_artist(track),
        album=(track.album.name if track.album else None) or None,
        duration_ms=_length(track.duration_ms),
    )


def _length(told: float | None) -> int:
    return int(told) if told is not None and 1 <= told <= LONGEST_MS else SHORTEST_MS


def _artist(track: ListedTrack) -> str:
    """The album's first artist, as exports name it; else the track's first."""
    named = [*((track.album.artists if track.album else None) or ()), *(track.artists or ())]
    return next((artist.name for artist in named if artist.name), "")

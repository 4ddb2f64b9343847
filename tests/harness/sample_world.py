"""What both stand-ins for sources of samples know: made-up songs, the time, and how they are to answer."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import web

from chassis.clock import Clock
from stack.double.sounds import sample


@dataclass(frozen=True)
class Song:
    """One recording. Recording codes under ZZ belong to no country."""

    number: int
    artist: str
    title: str
    isrc: str
    duration_ms: int


SONGS = (
    Song(310001, "Karaoke Kollektiv", "Slow Ferry", "ZZNKL2600001", 214_000),
    Song(310002, "Oba Tunde Trio", "Slow Ferry - Live", "ZZNKL2600002", 214_000),
    Song(310003, "Oba Tunde Trio", "Slow Ferry", "ZZNKL2600003", 287_000),
    Song(310004, "Oba Tunde Trio", "Slow Ferry", "ZZNKL2600004", 214_400),
    Song(310005, "Ирена Вольна", "Поздний свет", "ZZNKL2600005", 187_000),
    Song(310006, "Kapelle Übermorgen", "Später Hall & Echo + 1?", "ZZNKL2600006", 243_000),
)
"""Decoys come before what is meant, as in real answers."""


@dataclass
class Switches:
    """How both sources answer; in these positions as documented."""

    quota: bool = False
    """Too many calls, however few."""
    no_data: bool = False
    """Nothing is known."""
    error_code: int | None = None
    """Deezer answers every call with this error."""
    outage: int | Literal["cut", "silent"] | None = None
    """A lost connection, no answer at all, or another status: on to `/elsewhere`, with a body that says "nothing"."""
    body: bytes | None = None
    """Status 200 with this, as a page."""
    preview: str | None = None
    """The address of every sample; empty: none has one."""
    link: str | None = None
    """The address of every song in its shop."""


@dataclass
class World:
    """The stand-ins' surroundings."""

    clock: Clock
    songs: Sequence[Song] = SONGS
    switches: Switches = field(default_factory=Switches)

    def song(self, number: str) -> Song | None:
        """The song of this number."""
        return next((song for song in self.songs if str(song.number) == number), None)

    def sound(self, number: str) -> web.Response:
        """Its thirty seconds, for players on other pages."""
        if self.song(number) is None:
            return web.Response(status=404)
        headers = {"Access-Control-Allow-Origin": "*"}
        return web.Response(body=sample(number), content_type="audio/wav", headers=headers)


class Allowance:
    """So many calls in any window; those that are refused count too."""

    def __init__(self, calls: int, window_ms: int, clock: Clock) -> None:
        self._calls, self._window_ms, self._clock, self._made = calls, window_ms, clock, deque[int]()

    def used_up(self) -> bool:
        """Counts one more call."""
        while self._made and self._made[0] <= self._clock() - self._window_ms:
            self._made.popleft()
        self._made.append(self._clock())
        return len(self._made) > self._calls

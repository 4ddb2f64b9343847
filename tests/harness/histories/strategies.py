"""Hypothesis: small histories full of edges, as plays that are already read. They shrink towards few and plain ones.

`plays()` draws the plays of a person in the order of a history; `questions()` draws a window, a zone and the rest.
Rows of export files: `row_strategies`.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.harness.reference.parts.toplists import Order
from tests.harness.reference.plays import MINUTE_MS, Kind, Play, Source
from tests.harness.reference.wrapped import Window

ZONES = (
    "UTC", "Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu",
    "Pacific/Apia", "Pacific/Kiritimati", "America/New_York",
)  # fmt: skip
"""Whole, half and quarter hours, both halves of the year, half an hour of summer, and a day that never was (Apia)."""

EDGES = (
    "2011-12-30T09:59:59", "2011-12-30T10:00:00",  # Samoa goes over the date line
    "2020-02-28T23:59:59", "2020-02-29T00:00:00", "2020-02-29T12:00:00", "2020-03-01T00:00:00",  # a leap day
    "2020-03-29T00:59:59", "2020-03-29T01:00:00", "2020-10-25T00:30:00", "2020-10-25T01:30:00",  # summer time in Berlin
    "2020-04-04T15:00:00", "2020-10-03T15:30:00",  # and on Lord Howe Island, by half an hour
    "2020-12-31T18:30:00", "2020-12-31T22:59:59", "2020-12-31T23:00:00", "2021-01-01T00:00:00",  # new years
    "2022-06-15T12:00:00",
)  # fmt: skip
NAMES = ("A", "A", "A", "B", "", "a", "É", "É", "日本", "😀")
KINDS: tuple[Kind, ...] = ("track", "track", "track", "episode", "chapter")
LENGTHS = (0, 1, 14_999, 29_999, 30_000, 31_000, 60_000, 121_500, 899_000, 3_700_000, 3_700_000, 10_800_000)
PLATFORMS = (None, "android", "ios", "Windows 10 (10.0.17763; x64; AppX)", "web_player", "ps4", "not_applicable")
COUNTRIES = (None, "DE", "FR", "ZZ")
REASONS = (None, "trackdone", "fwdbtn", "backbtn", "endplay")
IDS = ("", "spotify:track:000000000000000000000A", "spotify:track:000000000000000000000B")
SONGS, PLAYS_OF_ONE = 10, 6
APART = (0, 0, 0, 1, -1, 7, -28, 365, -365, -366, -500, 730)
"""Days between a play and the edge that it is near: windows, the ones before, and the years of treasures."""
FLAGS = st.sampled_from([None, False, True])


def unix_seconds(moment: str) -> int:
    """Unix seconds of an ISO 8601 moment in UTC."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp())


def moments() -> st.SearchStrategy[int]:
    """Unix seconds: at an edge, a few seconds, minutes or hours beside it, perhaps on another day."""
    near = st.just(0) | st.integers(0, 90) | st.integers(-4_000, 4_000)
    return st.builds(
        lambda edge, days, apart: unix_seconds(edge) + days * 86_400 + apart,
        st.sampled_from(EDGES), st.sampled_from(APART), near,
    )  # fmt: skip


@st.composite
def plays_of_one(draw: st.DrawFn, sources: tuple[Source, ...]) -> list[Play]:
    """A few plays of one thing; names are few, so that they meet in lists, tie and double."""
    artist, title, album = (draw(st.sampled_from(NAMES)) for _ in range(3))
    kind = draw(st.sampled_from(KINDS))
    times = st.tuples(moments(), st.sampled_from(LENGTHS), st.sampled_from(sources), st.sampled_from(IDS))
    found: list[Play] = []
    for second, ms_played, source, address in draw(st.lists(times, min_size=1, max_size=PLAYS_OF_ONE)):
        said = draw(habits()) if source == "extended" else {"private": None}
        moment = second // 60 * MINUTE_MS if source == "account" else second * 1000
        found.append(Play(source, moment, ms_played, kind, artist, title, album, address, **said))
    return found


@st.composite
def habits(draw: st.DrawFn) -> dict[str, Any]:
    """What only rows of an extended export say, as often as not at all."""
    flags = {name: draw(FLAGS) for name in ("shuffle", "skipped", "offline", "private")}
    return {
        "platform": draw(st.sampled_from(PLATFORMS)),
        "country": draw(st.sampled_from(COUNTRIES)),
        "reason_end": draw(st.sampled_from(REASONS)),
        **flags,
    }


def plays(sources: tuple[Source, ...] = ("extended", "account", "live")) -> st.SearchStrategy[list[Play]]:
    """The plays of a person, in the order of a history: by moment, then by content."""
    songs = st.lists(plays_of_one(sources), max_size=SONGS)
    return songs.map(lambda found: sorted((play for one in found for play in one), key=lambda play: play.content))


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a history, as `wrapped.wrapped` takes it."""

    zone: str
    window: Window
    by: Order
    limit: int
    private: bool


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """None, one or both days; around the edges, of one day up to many years."""
    sides = draw(st.sampled_from(["both", "both", "both", "first", "last"]))
    first = draw(_day())
    if sides != "both":
        return (first, None) if sides == "first" else (None, first)
    return first, first + timedelta(draw(st.sampled_from([0, 1, 6, 27, 364, 365, 365, 800, 4_000, 25_000])))


def questions() -> st.SearchStrategy[Asked]:
    """Any question that makes sense."""
    orders: tuple[Order, ...] = ("time", "streams")
    return st.builds(
        Asked,
        zone=st.sampled_from(ZONES),
        window=st.just((None, None)) | windows(),
        by=st.sampled_from(orders),
        limit=st.sampled_from([500, 1, 2]),
        private=st.booleans(),
    )


def _day() -> st.SearchStrategy[date]:
    return st.builds(
        lambda edge, days, apart: date.fromisoformat(edge[:10]) + timedelta(days + apart),
        st.sampled_from(EDGES), st.sampled_from(APART), st.integers(-2, 2),
    )  # fmt: skip

"""The running favourite is the one that a plain sum over everything names."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.live.track_sums import TrackSums
from contracts.messages.plays import STREAM_MS, PlayColumns
from contracts.messages.uploads import LiveTrack
from tests.harness.plays_records import plays_read

Play = tuple[str, str | None, str | None, int]

_plays = st.tuples(
    st.sampled_from(["track", "track", "episode"]),
    st.sampled_from(["a", "b", "\u00e9", None]),
    st.sampled_from(["A", "B", None]),
    st.sampled_from([0, 10_000, 20_000, STREAM_MS, 60_000]),
)
_records = st.lists(st.lists(_plays, max_size=6), max_size=6)


def columns(plays: list[Play]) -> PlayColumns:
    found = plays_read("u", "p", 0, [ms for *_, ms in plays]).plays
    found.kind[:] = [kind for kind, *_ in plays]  # type: ignore[misc]  # a text is a kind here
    found.title[:] = [title for _, title, _, _ in plays]
    found.artist[:] = [artist for _, _, artist, _ in plays]
    return found


def favourite(plays: list[Play]) -> LiveTrack | None:
    """By playing time, then streams, then title, then artist (product.md)."""
    times, streams = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for kind, title, artist, ms in plays:
        if kind == "track" and title:
            times[title, artist or ""] += ms
            streams[title, artist or ""] += ms >= STREAM_MS
    ranked = sorted(times, key=lambda track: (-times[track], -streams[track], track))
    return LiveTrack(title=ranked[0][0], artist=ranked[0][1], ms_played=times[ranked[0]]) if ranked else None


@given(_records)
def test_after_every_record_it_is_the_favourite_of_all_that_came(records: list[list[Play]]) -> None:
    sums, seen = TrackSums(), list[Play]()
    assert sums.top is None
    for record in records:
        sums.add(columns(record))
        seen += record
        assert sums.top == favourite(seen)
    assert len(sums) == len({(title, artist) for kind, title, artist, _ in seen if kind == "track" and title})

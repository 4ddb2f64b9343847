"""What one person brings to standings and common taste: the same as counted in plain Python."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.history.catalogue import KINDS
from aggregator.domain.history.history import build_history
from aggregator.domain.segment import SOURCES
from aggregator.domain.standings import CONTRIBUTION, contribution
from tests.harness.reference.plays import MINUTE_MS, Play, Source
from tests.harness.reference.standings import Brought, brought
from tests.harness.segments import row, table, unix_ms

NEW_YEAR = unix_ms("2024-01-01T00:00:00")
NAMES = st.sampled_from(["", "A", "a", "É", "日本", "😀"])


@st.composite
def plays_of(draw: st.DrawFn) -> Play:
    """A play within days of a new year, alike enough to others to be their double or their repetition."""
    source: Source = draw(st.sampled_from(["extended", "account", "live"]))
    moment = NEW_YEAR + 1_000 * draw(st.integers(-90, 90) | st.integers(-400_000, 400_000))
    return Play(
        source=source,
        moment=moment - moment % MINUTE_MS if source == "account" else moment,
        ms_played=draw(st.sampled_from([0, 29_999, 30_000, 90_000, 3_700_000])),
        kind=draw(st.sampled_from(KINDS)),
        artist=draw(NAMES),
        title=draw(NAMES),
        album="",
        id="",
        private=draw(st.booleans()),
    )


def as_row(play: Play) -> dict[str, Any]:
    """The play as a row of a segment."""
    return {
        "played_at": play.moment,
        "ms_played": play.ms_played,
        "source": SOURCES.index(play.source),
        "kind": play.kind,
        "artist": play.artist or None,
        "title": play.title or None,
        "private": play.private,
    }


PLAYS = st.lists(plays_of(), max_size=30).map(lambda plays: sorted(plays, key=lambda play: play.content))


@given(plays=PLAYS)
def test_the_same_as_the_reference(plays: list[Play]) -> None:
    history = build_history("anna", 1, [table(as_row(play) for play in plays)])
    found = contribution("anna", history.seen_by("other"))
    assert found.schema == CONTRIBUTION
    rows = [Brought(*each.values()) for each in found.to_pylist()]
    assert len(rows) == len(set(rows))
    assert set(rows) == brought("anna", plays)


def test_nothing_of_a_private_session_is_brought() -> None:
    history = build_history("anna", 1, [table([row("2024-05-01T10:00:00", private=True)])])
    assert contribution("anna", history.seen_by("other")).num_rows == 0

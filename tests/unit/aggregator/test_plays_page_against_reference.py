"""Any history and any filters: the plays shown are those that the plain-Python reference finds, in its order."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from aggregator.domain.history.history import build_history
from contracts.messages.habits import Platform
from contracts.messages.plays_page import Play as Shown
from contracts.messages.questions import PlaysQuestion
from tests.harness.histories.strategies import COUNTRIES, NAMES, Asked, moments, plays, questions
from tests.harness.reference.drilldown import Filters, plays_of
from tests.harness.reference.plays import Play
from tests.harness.segments import table
from tests.unit.aggregator.asking import page_of, plays_question
from tests.unit.aggregator.test_wrapped_against_reference import as_row

FAMILIES: tuple[Platform, ...] = ("phone", "computer", "web", "console", "other", "tv")
NAMED = st.sampled_from(NAMES)
YES_NO = st.booleans()
FILTERS: dict[str, st.SearchStrategy[Any]] = {
    "track": NAMED,
    "artist": NAMED,
    "album": NAMED,
    "kind": st.sampled_from(["track", "episode", "chapter", "show"]),
    "month": st.integers(1, 12),
    "weekday": st.integers(1, 7),
    "hour": st.integers(0, 23),
    "since": moments().map(lambda second: second * 1000),
    "until": moments().map(lambda second: second * 1000),
    "platform": st.sampled_from(FAMILIES),
    "country": st.sampled_from([country for country in COUNTRIES if country]),
    "first": st.sampled_from(["artist", "track"]),
    "new": st.sampled_from(["artist", "track"]),
    **dict.fromkeys(("counted", "streams", "skipped", "shuffle", "offline", "private", "estimate"), YES_NO),
}


@st.composite
def filled(draw: st.DrawFn) -> dict[str, Any]:
    """One to three filters."""
    names = draw(st.lists(st.sampled_from(sorted(FILTERS)), min_size=1, max_size=3, unique=True))
    return {name: draw(FILTERS[name]) for name in names}


@given(plays=plays(), asked=questions(), wanted=filled())
def test_the_same_as_the_reference(plays: list[Play], asked: Asked, wanted: dict[str, Any]) -> None:
    question = question_of(asked, **wanted)
    filters = Filters(first_day=question.first_day, last_day=question.last_day, **wanted)
    expected = plays_of(plays, asked.zone, filters, private=asked.private)
    history = build_history("p", 1, [table(as_row(play) for play in plays)])
    page = page_of(history, **asked_fields(question))
    assert [said(play) for play in page.plays] == [(*reference_said(one.play), one.double) for one in expected]
    counted = [one.play for one in expected if not one.double]
    assert page.sums is not None
    assert (page.sums.ms_played, page.sums.streams, page.sums.plays) == (
        sum(play.ms_played for play in counted),
        sum(play.is_stream for play in counted),
        len(counted),
    )


def question_of(asked: Asked, **wanted: Any) -> PlaysQuestion:
    """The question for the plays of the window asked for."""
    first, last = (day.isoformat() if day else None for day in asked.window)
    viewer = "owner" if asked.private else "other"
    return plays_question(time_zone=asked.zone, viewer=viewer, first_day=first, last_day=last, limit=500, **wanted)


def asked_fields(question: PlaysQuestion) -> dict[str, Any]:
    """The question's fields by name."""
    return {name: getattr(question, name) for name in question.__struct_fields__}


def said(play: Shown) -> tuple[Any, ...]:
    """What tells plays apart."""
    names = (play.title or "", play.artist or "", play.album or "")
    return (play.played_at, play.ms_played, play.kind, *names, play.skipped, play.private, play.platform, play.double)


def reference_said(play: Play) -> tuple[Any, ...]:
    """The same of the reference's, without the double."""
    names = (play.title, play.artist, play.album)
    return (play.moment, play.ms_played, play.kind, *names, play.skipped, play.private, play.platform)

"""Any history and any question: every part of the answer is what the plain-Python reference counts."""

import msgspec
from hypothesis import given

from aggregator.domain.history.history import build_history
from aggregator.domain.segment import SOURCES
from aggregator.domain.statistics.wrapped import wrapped
from contracts.messages.questions import WrappedQuestion
from tests.harness.histories.strategies import Asked, plays, questions
from tests.harness.reference import wrapped as reference
from tests.harness.reference.compare import differences
from tests.harness.reference.plays import Play
from tests.harness.segments import table

SAID = (
    "platform", "country", "reason_start", "reason_end",
    "shuffle", "skipped", "offline", "private", "spotify_id", "kind",
)  # fmt: skip


@given(plays=plays(), asked=questions())
def test_the_same_as_the_reference(plays: list[Play], asked: Asked) -> None:
    expected = reference.wrapped(plays, asked.zone, asked.window, asked.by, asked.limit, private=asked.private)
    answer = wrapped(build_history("p", 3, [table(as_row(play) for play in plays)]), question_of(asked))
    assert answer.revision == 3
    assert differences(expected, msgspec.to_builtins(answer)) == []


def as_row(play: Play) -> dict[str, object]:
    """The play as a row of a segment."""
    names = {name: getattr(play, name) or None for name in ("artist", "title", "album")}
    said = {name: getattr(play, name) for name in SAID}
    times = {"played_at": play.moment, "ms_played": play.ms_played, "source": SOURCES.index(play.source)}
    return names | said | times


def question_of(asked: Asked) -> WrappedQuestion:
    """The question as the gateway asks it."""
    first, last = (day.isoformat() if day else None for day in asked.window)
    return WrappedQuestion(
        person_id="p",
        revision=3,
        time_zone=asked.zone,
        viewer="owner" if asked.private else "other",
        first_day=first,
        last_day=last,
        by=asked.by,
        limit=asked.limit,
    )

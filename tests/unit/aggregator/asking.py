"""Short ways to ask a history made of a few rows."""

from typing import Any

from aggregator.domain.history.history import History, build_history
from aggregator.domain.pages.plays_page import plays_page
from aggregator.domain.statistics.wrapped import wrapped
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.questions import PlaysQuestion, WrappedQuestion
from contracts.messages.wrapped import Wrapped
from tests.harness.segments import table

COMMON: dict[str, Any] = {
    "person_id": "p",
    "revision": 1,
    "time_zone": "UTC",
    "viewer": "owner",
    "first_day": None,
    "last_day": None,
    "limit": 50,
}


def history_of(*rows: dict[str, Any], revision: int = 1) -> History:
    """A history of one segment."""
    return build_history("p", revision, [table(rows)])


def wrapped_question(**asked: Any) -> WrappedQuestion:
    """Everything, by time, the first 50, in UTC, unless asked otherwise."""
    return WrappedQuestion(**COMMON | {"by": "time"} | asked)


def wrapped_of(*rows: dict[str, Any], **asked: Any) -> Wrapped:
    """The wrapped of these rows."""
    return wrapped(history_of(*rows), wrapped_question(**asked))


def plays_question(**asked: Any) -> PlaysQuestion:
    """The first 50 of all plays, in UTC, unless asked otherwise."""
    return PlaysQuestion(**COMMON | {"track": None, "artist": None, "cursor": None} | asked)


def page_of(history: History, **asked: Any) -> PlaysAnswered:
    """One page of the plays."""
    return plays_page(history, plays_question(**asked))

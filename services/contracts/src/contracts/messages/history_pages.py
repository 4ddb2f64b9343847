"""A whole history, page by page, for its owner to take away."""

from typing import ClassVar

from contracts.messages.base import Message
from contracts.messages.plays import PlayFacts, Source


class HistoryColumns(PlayFacts, frozen=True, kw_only=True):
    """Plays as they are kept; `source` is what brought each."""

    source: list[Source]


class AskHistory(Message, frozen=True):
    """Command: the next plays of the whole history, with everything that is kept of them.

    `cursor` is None at the beginning, else the `next_cursor` of the page before.
    """

    SCHEMA: ClassVar[str] = "ask-history.v1"

    person_id: str
    cursor: str | None


class HistoryAnswered(Message, frozen=True):
    """A page, ordered by UTC year, then by moment. All plays of a page are of one year; `year` is None without plays.

    Doubles and replaced estimates are among them. `next_cursor` is None on the last page.
    """

    SCHEMA: ClassVar[str] = "history-answered.v1"

    year: int | None
    plays: HistoryColumns | None
    next_cursor: str | None

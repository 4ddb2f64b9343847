"""What two people have in common: the question, and its answer."""

from typing import ClassVar

import msgspec

from contracts.messages.base import Message


class MatchQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two people over one window. Dates are `YYYY-MM-DD` in `time_zone`, both included; None is the whole history.

    The revisions are the least ones that the answer may be of.
    """

    person_id: str
    revision: int
    other_id: str
    other_revision: int
    time_zone: str
    first_day: str | None
    last_day: str | None
    limit: int


class AskMatch(Message, frozen=True):
    """Command: compare two histories."""

    SCHEMA: ClassVar[str] = "ask-match.v1"

    question: MatchQuestion


class CommonThing(msgspec.Struct, frozen=True, kw_only=True):
    """An artist, or a track of `artist`, that both have heard; playing times in ms. `title` is None for an artist."""

    rank: int
    artist: str
    title: str | None
    ms_played: int
    other_ms_played: int


class MatchAnswered(Message, frozen=True):
    """Reply to `ask-match`. Of both people only what others may see: no private sessions, no doubles.

    per_cent           the taste match, 0 to 100; None where one of them has no track in the window
    artists, tracks    how many both have heard; the lists hold the first ones
    top_artists, top_tracks   by the smaller of the two playing times, then the sum, then names
    """

    SCHEMA: ClassVar[str] = "match-answered.v1"

    revision: int
    other_revision: int
    per_cent: int | None
    artists: int
    tracks: int
    top_artists: list[CommonThing]
    top_tracks: list[CommonThing]

"""Questions about a history. What decides an answer is in the question, and nothing else."""

from typing import ClassVar, Literal

import msgspec

from contracts.messages.base import Message

By = Literal["time", "streams"]
Viewer = Literal["owner", "other"]
PlayKind = Literal["track", "episode", "chapter", "show"]
FirstOf = Literal["artist", "track"]


class WrappedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """What decides an answer. Dates are `YYYY-MM-DD` in `time_zone`, both included; None is the whole history.

    `viewer` "other" leaves private sessions out. `revision` is the least revision the answer may be of.
    """

    person_id: str
    revision: int
    time_zone: str
    viewer: Viewer
    first_day: str | None
    last_day: str | None
    by: By
    limit: int


class AskWrapped(Message, frozen=True):
    """Command: answer `question`, store the answer under `question_key(question)`, then reply."""

    SCHEMA: ClassVar[str] = "ask-wrapped.v1"

    question: WrappedQuestion


class PlaysQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A page of the plays that fit every filter that is not None, newest first. `cursor` continues a page.

    track, artist, album    exact names, as the lists count them: of plays that have a title; an empty name stands for
                            a missing one; an artist is also a show or book
    kind                    of this kind; "show" stands for episodes and chapters together
    month                   1 to 12, of any year
    weekday, hour           1 (Monday) to 7, 0 to 23, in `time_zone` at that moment
    since, until            moments, unix ms UTC, both included
    counted                 True: without doubles; they are shown otherwise, and counted nowhere
    streams                 True: plays of at least 30 s only; False asks for nothing, here and for `counted`
    skipped, shuffle, offline, private, estimate   the answer to each of these must be known, and this one
    platform                family of devices (habits.Platform); country: two letters as exported
    first                   the first play of each artist or track in the whole history only
    new                     plays of artists or tracks whose first play lies in the window only
    """

    person_id: str
    revision: int
    time_zone: str
    viewer: Viewer
    first_day: str | None
    last_day: str | None
    track: str | None = None
    artist: str | None = None
    album: str | None = None
    kind: PlayKind | None = None
    month: int | None = None
    weekday: int | None = None
    hour: int | None = None
    since: int | None = None
    until: int | None = None
    counted: bool | None = None
    streams: bool | None = None
    skipped: bool | None = None
    shuffle: bool | None = None
    offline: bool | None = None
    private: bool | None = None
    estimate: bool | None = None
    platform: str | None = None
    country: str | None = None
    first: FirstOf | None = None
    new: FirstOf | None = None
    cursor: str | None
    limit: int


class AskPlays(Message, frozen=True):
    """Command: answer with one page of plays."""

    SCHEMA: ClassVar[str] = "ask-plays.v2"

    question: PlaysQuestion

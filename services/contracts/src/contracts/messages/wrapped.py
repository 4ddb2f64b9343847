"""The answer to `ask-wrapped`. Numbers only: media are joined at the gateway."""

from typing import ClassVar

import msgspec

from contracts.messages.base import Message
from contracts.messages.discovery import Discovery
from contracts.messages.habits import Habits
from contracts.messages.questions import By
from contracts.messages.rhythm import Rhythm
from contracts.messages.toplists import Favourites, TopAlbum, TopArtist, TopShow, TopTrack
from contracts.messages.totals import Totals
from contracts.messages.treasures import Treasures


class Wrapped(msgspec.Struct, frozen=True, kw_only=True):
    """The answer. Of one revision throughout. Without any play the dates are those asked for, or None."""

    revision: int
    time_zone: str
    by: By
    first_day: str | None
    last_day: str | None
    totals: Totals
    favourites: Favourites
    top_tracks: list[TopTrack]
    top_artists: list[TopArtist]
    top_albums: list[TopAlbum]
    top_shows: list[TopShow]
    rhythm: Rhythm
    discovery: Discovery
    treasures: Treasures
    habits: Habits


class WrappedAnswered(Message, frozen=True):
    """Reply to `ask-wrapped`.

    `answer` is None where it is too large for a record: read it from the store by `question_key`.
    """

    SCHEMA: ClassVar[str] = "wrapped-answered.v2"

    question_key: str
    answer: Wrapped | None

"""What every store of people's data must know: who shares their history, who is connected, and who is gone."""

from typing import ClassVar

from contracts.messages.base import Message


class SharingChanged(Message, frozen=True):
    """The person shares their history with the others of the instance, or does so no more. Nobody shares until told.

    `change` numbers the changes of all people and only grows: of two messages about one person the higher one holds.
    """

    SCHEMA: ClassVar[str] = "sharing-changed.v1"

    person_id: str
    sharing: bool
    change: int


class ConnectionChanged(Message, frozen=True):
    """The person's connection to Spotify lives, or has ended. `change` numbers as in SharingChanged."""

    SCHEMA: ClassVar[str] = "connection-changed.v1"

    person_id: str
    connected: bool
    change: int


class PersonErased(Message, frozen=True):
    """All that is stored of the person must go, and nothing of this id may be stored ever again."""

    SCHEMA: ClassVar[str] = "person-erased.v1"

    person_id: str

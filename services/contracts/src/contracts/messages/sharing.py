"""Who may look at whose history, and leaving: requests to the auth service."""

from typing import ClassVar

import msgspec

from contracts.messages.base import Message
from contracts.messages.people import Digest


class SharedPerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who shares their history with the people of the instance. Days are those of their `time_zone`."""

    person_id: str
    name: str
    picture: str | None
    time_zone: str


class ListPeople(Message, frozen=True):
    """Command: those who share their history, without the one who asks, by name."""

    SCHEMA: ClassVar[str] = "list-people.v1"

    viewer_id: str


class PeopleListed(Message, frozen=True):
    """Those who share, as of this moment."""

    SCHEMA: ClassVar[str] = "people-listed.v1"

    people: list[SharedPerson]


class LookAtPerson(Message, frozen=True):
    """Command: may `viewer_id` look at the history of `person_id`? Oneself always, others who share."""

    SCHEMA: ClassVar[str] = "look-at-person.v1"

    viewer_id: str
    person_id: str


class PersonSeen(Message, frozen=True):
    """The person, or None: nobody has this id, or they do not share; nothing tells which."""

    SCHEMA: ClassVar[str] = "person-seen.v1"

    person: SharedPerson | None


class ErasePerson(Message, frozen=True):
    """Command: erase the person everywhere. From the reply on nobody can sign in as them; who returns gets a new id."""

    SCHEMA: ClassVar[str] = "erase-person.v1"

    person_id: str


class ErasureBegun(Message, frozen=True):
    """The auth service keeps nothing of the person any more, and `person-erased` is told to all.

    `credential_hashes` are those of their sessions and tokens, for caches to forget.
    """

    SCHEMA: ClassVar[str] = "erasure-begun.v1"

    credential_hashes: list[Digest]

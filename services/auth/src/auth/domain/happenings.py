"""What is told of what happened: audit events, and the numbers that messages of the outbox carry."""

from dataclasses import dataclass

import msgspec

from contracts.messages import Message
from contracts.messages.audit import Audited, Happening
from contracts.messages.people_changes import ConnectionChanged, SharingChanged

ORIGIN = "auth"
"""Numbers of audit events grow within this origin."""


@dataclass(frozen=True)
class Told:
    """A message that must be told, without its number: the key orders it among others with the same key."""

    key: str
    message: Message


def audited(
    happening: Happening, at: int, person_id: str | None, subject: str | None = None, detail: str | None = None
) -> Told:
    """An audit event at `at`, unix ms UTC. Those of nobody share one key."""
    message = Audited(
        origin=ORIGIN,
        number=0,
        at=at,
        happening=happening,
        person_id=person_id,
        subject=subject,
        detail=detail,
    )
    return Told(person_id or ORIGIN, message)


def numbered(message: Message, number: int) -> Message:
    """The message with its number in the outbox, where it has a field for one."""
    if isinstance(message, SharingChanged | ConnectionChanged):
        return msgspec.structs.replace(message, change=number)
    if isinstance(message, Audited):
        return msgspec.structs.replace(message, number=number)
    return message

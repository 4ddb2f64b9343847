"""Every message of the contract, by the name of its schema."""

from contracts.messages import media, people, people_changes, plays, plays_page, questions, uploads, wrapped
from contracts.messages.base import Message, RequestFailed


def _messages() -> dict[str, type[Message]]:
    modules = (uploads, plays, questions, plays_page, wrapped, people, people_changes, media)
    found: dict[str, type[Message]] = {RequestFailed.SCHEMA: RequestFailed}
    for value in (value for module in modules for value in vars(module).values()):
        if isinstance(value, type) and issubclass(value, Message) and value is not Message:
            found[value.SCHEMA] = value
    return found


MESSAGES: dict[str, type[Message]] = _messages()

__all__ = [
    "MESSAGES",
    "Message",
    "RequestFailed",
    "media",
    "people",
    "people_changes",
    "plays",
    "plays_page",
    "questions",
    "uploads",
    "wrapped",
]

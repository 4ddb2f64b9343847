"""Every message of the contract, by the name of its schema."""

from contracts.messages import (
    accounts,
    audit,
    feed,
    history_pages,
    match,
    media,
    people,
    people_changes,
    plays,
    plays_page,
    questions,
    sessions,
    shares,
    sharing,
    uploads,
    wrapped,
)
from contracts.messages.base import Message, RequestFailed


def _messages() -> dict[str, type[Message]]:
    histories = (uploads, feed, plays, questions, plays_page, history_pages, match, shares, wrapped, media)
    modules = (*histories, people, sessions, accounts, sharing, people_changes, audit)
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
    "accounts",
    "audit",
    "feed",
    "history_pages",
    "match",
    "media",
    "people",
    "people_changes",
    "plays",
    "plays_page",
    "questions",
    "sessions",
    "shares",
    "sharing",
    "uploads",
    "wrapped",
]

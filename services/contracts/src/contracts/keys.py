"""Keys that two services must compute alike."""

import hashlib

import msgspec

from contracts.messages.media import MediaKind
from contracts.messages.questions import AskWrapped, WrappedQuestion
from contracts.messages.wrapped import WrappedAnswered

WRAPPED_RULES = 2
"""Counted up when the same history gives another answer in the same shape: kept answers are then computed anew."""


def question_key(question: WrappedQuestion) -> str:
    """64 hex digits that name a question and so its answer, in the cache and in the serving store.

    Both versions of the contract and that of the rules are in it, so that nobody meets an answer of another time.
    """
    named = (AskWrapped.SCHEMA, WrappedAnswered.SCHEMA, WRAPPED_RULES, question)
    return hashlib.sha256(msgspec.json.encode(named)).hexdigest()


def media_key(kind: MediaKind, artist: str, title: str | None) -> str:
    """32 hex digits that name a thing with media.

    All Spotify ids of one (artist, title) share it; an artist or show has no title.
    """
    return hashlib.blake2b(msgspec.json.encode([kind, artist, title]), digest_size=16).hexdigest()


def credential_hash(secret: str) -> str:
    """64 hex digits by which a session, nonce or token is known outside the gateway that made it."""
    return hashlib.sha256(secret.encode()).hexdigest()

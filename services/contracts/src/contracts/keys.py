"""Keys that two services must compute alike."""

import hashlib

import msgspec

from contracts.messages.media import MediaKind
from contracts.messages.questions import WrappedQuestion


def question_key(question: WrappedQuestion) -> str:
    """64 hex digits that name a question and so its answer, in the cache and in the serving store."""
    return hashlib.sha256(msgspec.json.encode(question)).hexdigest()


def media_key(kind: MediaKind, artist: str, title: str | None) -> str:
    """32 hex digits that name a thing with media.

    All Spotify ids of one (artist, title) share it; an artist or show has no title.
    """
    return hashlib.blake2b(msgspec.json.encode([kind, artist, title]), digest_size=16).hexdigest()


def credential_hash(secret: str) -> str:
    """64 hex digits by which a session, nonce or token is known outside the gateway that made it."""
    return hashlib.sha256(secret.encode()).hexdigest()

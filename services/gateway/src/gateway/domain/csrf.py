"""The CSRF token: derived from the session's secret, so nothing is stored and no other session's token fits."""

import hashlib
import hmac

_LABEL = b"nachklang csrf v1"


def csrf_token(secret: str) -> str:
    """64 hex digits that only the holder of `secret` can compute."""
    return hmac.new(secret.encode(), _LABEL, hashlib.sha256).hexdigest()


def csrf_matches(secret: str, given: str) -> bool:
    """Whether `given` is the token of `secret`, compared in constant time."""
    return hmac.compare_digest(csrf_token(secret).encode(), given.encode(errors="replace"))

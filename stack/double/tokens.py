"""Access and refresh tokens: signed, so that they outlive a restart of the double, and opaque to whoever holds them."""

import base64
import binascii
import hashlib
import hmac
import secrets
from typing import Literal

import msgspec

from stack.double.clock import DAY_MS

ACCESS_LIFE_S = 3_600
REFRESH_LIFE_MS = 182 * DAY_MS
"""Six months from the authorization; refreshing does not prolong it."""

_SIGNATURE = 16


class Grant(msgspec.Struct, frozen=True):
    """What one authorization gave. Client credentials have no `person`; `public`: the client showed no secret."""

    person: str | None
    scopes: tuple[str, ...]
    authorized_at: int
    public: bool


class Token(msgspec.Struct, frozen=True):
    """A token's content; `expires_at` in unix ms."""

    kind: Literal["access", "refresh"]
    grant: Grant
    expires_at: int
    serial: str


class TokenMint:
    """Makes and reads tokens, with a key that follows from the client's secret."""

    def __init__(self, client_secret: str) -> None:
        self._key = hashlib.sha256(b"double tokens\0" + client_secret.encode()).digest()

    def access(self, grant: Grant, now: int) -> str:
        """A token for the API that lives for ACCESS_LIFE_S seconds."""
        return "BQ" + self._seal(Token("access", grant, now + ACCESS_LIFE_S * 1_000, secrets.token_hex(8)))

    def refresh(self, grant: Grant) -> str:
        """A token for new access tokens, until six months after the authorization."""
        expires_at = grant.authorized_at + REFRESH_LIFE_MS
        return "AQ" + self._seal(Token("refresh", grant, expires_at, secrets.token_hex(8)))

    def read(self, text: str) -> Token | None:
        """The token's content, or None if this mint did not make it."""
        try:
            sealed = base64.b64decode(text[2:] + "=" * (-len(text[2:]) % 4), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        signature, content = sealed[:_SIGNATURE], sealed[_SIGNATURE:]
        if not hmac.compare_digest(signature, self._sign(content)):
            return None
        return msgspec.json.decode(content, type=Token)

    def _seal(self, token: Token) -> str:
        content = msgspec.json.encode(token)
        return base64.urlsafe_b64encode(self._sign(content) + content).rstrip(b"=").decode()

    def _sign(self, content: bytes) -> bytes:
        return hmac.digest(self._key, content, "sha256")[:_SIGNATURE]

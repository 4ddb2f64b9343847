"""Authorization codes: single use, ten minutes, bound to a redirect address and a PKCE challenge (spotify.md 1.2)."""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass

from stack.double.clock import HOUR_MS, MINUTE_MS

LIFE_MS = 10 * MINUTE_MS
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}\Z")


@dataclass(frozen=True, slots=True)
class Code:
    """What a person agreed to."""

    person: str
    scopes: tuple[str, ...]
    redirect_uri: str
    challenge: str | None
    issued_at: int


class CodeError(Exception):
    """The code cannot be exchanged; the message is the `error_description` of `invalid_grant`."""


class Codes:
    """The codes that were handed out and not yet used."""

    def __init__(self) -> None:
        self._open: dict[str, Code] = {}

    def issue(self, code: Code) -> str:
        """A fresh code; those that nobody fetched for an hour are forgotten."""
        self._open = {text: kept for text, kept in self._open.items() if code.issued_at - kept.issued_at < HOUR_MS}
        text = "AQ" + secrets.token_urlsafe(96)
        self._open[text] = code
        return text

    def redeem(self, text: str, redirect_uri: str, verifier: str | None, now: int) -> Code:
        """The code's content, once: whoever asks with the code uses it up, also in vain. Raises CodeError."""
        code = self._open.pop(text, None)
        if code is None:
            raise CodeError("Invalid authorization code")
        if now - code.issued_at > LIFE_MS:
            raise CodeError("Authorization code expired")
        if redirect_uri != code.redirect_uri:
            raise CodeError("Invalid redirect URI")
        _check_verifier(code.challenge, verifier)
        return code


def _check_verifier(challenge: str | None, verifier: str | None) -> None:
    if challenge is None and verifier is None:
        return
    if challenge is not None and verifier is None:
        raise CodeError("code_verifier required")
    if challenge is None or verifier is None or not _VERIFIER.match(verifier) or challenge_of(verifier) != challenge:
        raise CodeError("code_verifier was incorrect")


def challenge_of(verifier: str) -> str:
    """The S256 challenge of a verifier (RFC 7636)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode("ascii")).digest()).rstrip(b"=").decode()

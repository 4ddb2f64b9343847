"""What an authorize request must be before anybody is asked for consent (spotify.md 1.1)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from stack.double.redirects import is_allowed
from stack.double.settings import Settings

SCOPES = frozenset(
    {
        "app-remote-control",
        "playlist-modify-private",
        "playlist-modify-public",
        "playlist-read-collaborative",
        "playlist-read-private",
        "streaming",
        "ugc-image-upload",
        "user-follow-modify",
        "user-follow-read",
        "user-library-modify",
        "user-library-read",
        "user-modify-playback-state",
        "user-read-currently-playing",
        "user-read-email",
        "user-read-playback-position",
        "user-read-playback-state",
        "user-read-private",
        "user-read-recently-played",
        "user-top-read",
    }
)
_CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43}\Z")


class AuthorizationError(Exception):
    """Shown on a page of the double; the browser is not sent back."""


@dataclass(frozen=True, slots=True)
class Authorization:
    """A request that may be put before a person. `state` is None if it was not sent."""

    redirect_uri: str
    state: str | None
    scopes: tuple[str, ...]
    challenge: str | None
    show_dialog: bool

    def back_to(self, **answer: str) -> str:
        """The redirect address with the answer added."""
        return f"{self.redirect_uri}{'&' if '?' in self.redirect_uri else '?'}{urlencode(answer)}"


def parse_authorization(query: Mapping[str, str], settings: Settings) -> Authorization:
    """Check a request's parameters; raises AuthorizationError."""
    if query.get("client_id") != settings.client_id:
        raise AuthorizationError("INVALID_CLIENT: Invalid client")
    redirect_uri = query.get("redirect_uri", "")
    if not is_allowed(redirect_uri, settings.redirects):
        raise AuthorizationError("INVALID_CLIENT: Invalid redirect URI")
    if query.get("response_type") != "code":
        raise AuthorizationError("response_type must be code")
    scopes = tuple(query.get("scope", "").split())
    if not SCOPES.issuperset(scopes):
        raise AuthorizationError("INVALID_SCOPE: Invalid scope")
    return Authorization(
        redirect_uri=redirect_uri,
        state=query.get("state"),
        scopes=scopes,
        challenge=_challenge(query),
        show_dialog=query.get("show_dialog") == "true",
    )


def _challenge(query: Mapping[str, str]) -> str | None:
    challenge, method = query.get("code_challenge"), query.get("code_challenge_method")
    if challenge is None and method is None:
        return None
    if method != "S256":
        raise AuthorizationError("code_challenge_method must be S256")
    if challenge is None or not _CHALLENGE.match(challenge):
        raise AuthorizationError("Invalid code_challenge")
    return challenge

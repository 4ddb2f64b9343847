"""Which redirect addresses Spotify registers, and which it then accepts (spotify.md 1.6)."""

from collections.abc import Iterable
from urllib.parse import SplitResult, urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def why_refused(address: str) -> str | None:
    """Why the dashboard would not register this address, or None if it would."""
    parts = _split(address)
    if parts is None or not parts.hostname:
        return "it is no address"
    if parts.fragment:
        return "it has a fragment"
    if parts.hostname == "localhost":
        return "localhost is not allowed, use 127.0.0.1"
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return None
    return "plain http is allowed for 127.0.0.1 and [::1] only"


def is_allowed(asked: str, registered: Iterable[str]) -> bool:
    """True if `asked` is registered to the letter; a loopback address registered without port takes any port."""
    return any(asked == known or _without_port(asked, known) == known for known in registered)


def _without_port(asked: str, known: str) -> str | None:
    """`asked` cut to its portless form, where the registered address is a loopback literal without a port."""
    known_parts, parts = _split(known), _split(asked)
    if known_parts is None or parts is None or parts.port is None:
        return None
    if known_parts.hostname not in LOOPBACK:
        return None
    host = parts.netloc.rsplit(":", 1)[0]
    return parts._replace(netloc=host).geturl()


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises on a port that is no number
    except ValueError:
        return None
    return parts

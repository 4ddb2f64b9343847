"""Which redirect addresses Spotify registers (spotify.md 1.6)."""

from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "::1"})


def why_refused(address: str) -> str | None:
    """Why Spotify would not register this redirect address and what to use instead, or None if it would."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "this is no address"
    if not host:
        return "this is no address; write it as https://music.example.org or http://127.0.0.1:8080"
    if host == "localhost":
        return "Spotify refuses localhost; write 127.0.0.1 instead"
    if parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK):
        return None
    return "Spotify allows plain http for 127.0.0.1 and [::1] only; put a TLS proxy before it and use https"

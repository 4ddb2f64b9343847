"""Security headers of every response, and the content policies."""

import base64
import hashlib
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from aiohttp import hdrs, web

from contracts.samples import OtherSource
from gateway.http.observing import CORRELATION_HEADER

POLICY = "Content-Security-Policy"

_CLOSED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For everything that is no page of ours: a browser that is led to show it must do nothing with it."""

SAMPLE_ORIGINS: dict[OtherSource, str] = {
    "deezer": "https://*.dzcdn.net",
    "itunes": "https://audio-ssl.itunes.apple.com",
}
"""Where samples of other sources than Spotify play, by their names."""

_PICTURES = ("https://i.scdn.co", "https://*.spotifycdn.com")

_ALWAYS = {
    POLICY: _CLOSED,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OVER_TLS = {"Strict-Transport-Security": "max-age=31536000"}
_PERSONAL = ("/api/", "/auth/")

AddHeaders = Callable[[web.Request, web.StreamResponse], Awaitable[None]]


def headers_for(*, secure: bool) -> AddHeaders:
    """What runs before any response is sent. What a handler has set itself stays."""
    always = _ALWAYS | (_OVER_TLS if secure else {})

    async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
        for name, value in always.items():
            response.headers.setdefault(name, value)
        if request.path.startswith(_PERSONAL):
            response.headers.setdefault(hdrs.CACHE_CONTROL, "no-store")
        response.headers[hdrs.SERVER] = "nachklang"  # and not which version of which library
        if CORRELATION_HEADER in request:
            response.headers[CORRELATION_HEADER] = request[CORRELATION_HEADER]

    return add_headers


def plain_page_policy(style: str) -> str:
    """The policy of a page that is written here, without any script: its one inline style, by hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"{_CLOSED}; style-src 'sha256-{digest}'"


def share_policy(style_hash: str, image_origins: tuple[str, ...]) -> str:
    """The policy of a share's page: no script at all, its one style by hash, pictures from Spotify."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{style_hash}'",
            f"img-src {' '.join((*_PICTURES, *image_origins))}",
            "font-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def worker_policy() -> str:
    """The policy of the page's service worker, which is not that of the page: it fetches from here, no more."""
    return f"{_CLOSED}; connect-src 'self'"


class Elsewhere(NamedTuple):
    """What a page may load from elsewhere beside Spotify's own: origins of pictures and players, sources of samples."""

    images: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    samples: tuple[OtherSource, ...] = ()


def page_policy(script_hashes: tuple[str, ...], elsewhere: Elsewhere) -> str:
    """The policy of one page: its own inline scripts by hash; pictures, samples and players of others."""
    pictures = " ".join((*_PICTURES, *elsewhere.images))
    sources = (SAMPLE_ORIGINS[source] for source in elsewhere.samples)
    samples = " ".join(("https://p.scdn.co", *sources, *elsewhere.images))
    players = " ".join(("https://open.spotify.com", *elsewhere.frames))
    scripts = " ".join(("'self'", *(f"'sha256-{digest}'" for digest in script_hashes)))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob: {pictures}",
            f"media-src 'self' {samples}",
            f"frame-src {players}",
            "manifest-src 'self'",
            "worker-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )

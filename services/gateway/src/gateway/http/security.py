"""Security headers of every response, and the content policy of the page."""

from aiohttp import web

from gateway.http.observing import CORRELATION_HEADER

POLICY = "Content-Security-Policy"

_CLOSED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
"""For everything that is no page of ours: data, problems, the small page of an error."""

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Runs before any response is sent; a handler's own content policy stays."""
    for name, value in _ALWAYS.items():
        response.headers.setdefault(name, value)
    response.headers.setdefault(POLICY, _CLOSED)
    if CORRELATION_HEADER in request:
        response.headers[CORRELATION_HEADER] = request[CORRELATION_HEADER]


def page_policy(script_hashes: tuple[str, ...], image_origins: tuple[str, ...], frame_origins: tuple[str, ...]) -> str:
    """The policy of one page: its own inline scripts by hash, pictures and players from Spotify."""
    pictures = " ".join(("https://i.scdn.co", "https://*.spotifycdn.com", *image_origins))
    samples = " ".join(("https://p.scdn.co", *image_origins))
    players = " ".join(("https://open.spotify.com", *frame_origins))
    scripts = " ".join(("'self'", *(f"'sha256-{digest}'" for digest in script_hashes)))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            f"img-src 'self' data: blob: {pictures}",
            f"media-src 'self' {samples}",
            f"frame-src {players}",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )

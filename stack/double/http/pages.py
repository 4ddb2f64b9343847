"""The double's HTML. Every page says that it is a stand-in."""

from html import escape
from http import HTTPStatus

from aiohttp import web

STAND_IN = "This is a stand-in for Spotify. Nobody here is real, and nothing you do here reaches Spotify."
STAND_IN_NOTE = f'<p class="stand-in" role="note">{STAND_IN}</p>'

_STYLE = """
body { margin: 0; background: #F4EFF1; color: #2A1930; font: 16px/1.5 system-ui, sans-serif; }
.stand-in { margin: 0; padding: 10px 20px; background: #4E1C42; color: #FFFCFA; font-size: 14px; }
main { max-width: 34rem; margin: 0 auto; padding: 24px 20px; }
h1 { font-size: 1.75rem; font-weight: 500; line-height: 1.15; }
button { font: inherit; min-height: 44px; padding: 8px 20px; border-radius: 10px; border: 1px solid #8A7486; }
button { background: #FFFCFA; color: inherit; cursor: pointer; }
button.main { background: #AE3A1C; border-color: #AE3A1C; color: #FFFCFA; }
button:focus-visible { outline: 3px solid #1E6270; outline-offset: 3px; }
.row { display: flex; gap: 12px; align-items: center; width: 100%; margin: 8px 0; padding: 8px 12px; text-align: left; }
.row img { border-radius: 4px; } .art { border-radius: 8px; max-width: 100%; height: auto; }
code { overflow-wrap: anywhere; }
.embed { display: flex; gap: 10px; align-items: center; height: 100vh; max-height: 152px; overflow: hidden; }
.embed img { margin-left: 8px; } .embed div { flex: 1; min-width: 0; padding-right: 8px; line-height: 1.2; }
.embed p { margin: 0; font-size: 14px; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.embed p.stand-in { padding: 0; background: none; color: inherit; font-size: 11px; }
.embed audio { display: block; width: 100%; height: 28px; }
"""


def page(title: str, body: str, status: int = HTTPStatus.OK) -> web.Response:
    """A whole page under a banner; `title` is text, `body` is HTML."""
    return _document(title, f"<body>{STAND_IN_NOTE}{body}</body>", status)


def embed_page(title: str, picture: str, words: str) -> web.Response:
    """A page that fits a frame 80 or 152 pixels high: picture (HTML) left, words (HTML) right."""
    return _document(title, f'<body class="embed">{picture}<div>{words}{STAND_IN_NOTE}</div></body>', HTTPStatus.OK)


def _document(title: str, body: str, status: int) -> web.Response:
    return web.Response(
        status=status,
        content_type="text/html",
        text=f'<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Spotify double</title><style>{_STYLE}</style></head>{body}</html>",
    )


def error_page(message: str) -> web.Response:
    """What Spotify shows instead of redirecting back."""
    return page("Error", f"<main><h1>Error</h1><p>{escape(message)}</p></main>", HTTPStatus.BAD_REQUEST)


def redirect(status: int, location: str) -> web.Response:
    """Send the browser on; the address is kept to the letter."""
    return web.Response(status=status, headers={"Location": location})


def hidden(name: str, value: str) -> str:
    """A hidden form field."""
    return f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'

"""Responses: JSON by msgspec, problems, and the small page that shows a problem to a person."""

from collections.abc import Mapping
from html import escape
from typing import Any

import msgspec
from aiohttp import web

from gateway.domain.problems import Refused
from gateway.http.security import POLICY, plain_page_policy

PROBLEM_TYPE = "application/problem+json"
_OF_A_BODY = frozenset({"Content-Type", "Content-Length"})
_ENCODER = msgspec.json.Encoder()

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif;
  background: light-dark(#F4EFF1, #170F1B); color: light-dark(#2A1930, #F6EAE3);
  max-width: 34rem; margin: 20vh auto 0; padding: 0 1.25rem; }
h1 { font-weight: 400; font-size: 2rem; line-height: 1.15; }
a { color: light-dark(#AE3A1C, #FF9A6C); }
"""
_PAGE_POLICY = plain_page_policy(_STYLE)
_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Nachklang</title>
<style>{style}</style>
<h1>{title}</h1>
<p>{detail}</p>
<p><a href="/auth/login">Sign in again</a> · <a href="/">To the start page</a></p>
</html>
"""


def unless_known(request: web.Request, response: web.Response, etag: str) -> web.Response:
    """`response` with its tag; without its body where the caller has it already (RFC 9110, 13.1.2)."""
    response.headers["ETag"] = etag
    if etag not in request.headers.get("If-None-Match", ""):
        return response
    kept = {name: value for name, value in response.headers.items() if name not in _OF_A_BODY}
    return web.Response(status=304, headers=kept)


def as_json(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """`value` as JSON that no cache keeps."""
    return web.Response(
        body=_ENCODER.encode(value),
        status=status,
        content_type="application/json",
        headers={"Cache-Control": "no-store", **(headers or {})},
    )


def problem(refused: Refused) -> web.Response:
    """The problem as `application/problem+json`."""
    return web.Response(
        body=_ENCODER.encode(refused.document()),
        status=refused.kind.status,
        content_type=PROBLEM_TYPE,
        headers={"Cache-Control": "no-store", **refused.headers},
    )


def problem_page(refused: Refused) -> web.Response:
    """The problem as a page for people, in plain words."""
    return web.Response(
        text=_PAGE.format(style=_STYLE, title=escape(refused.kind.title), detail=escape(refused.detail)),
        status=refused.kind.status,
        content_type="text/html",
        headers={"Cache-Control": "no-store", POLICY: _PAGE_POLICY, **refused.headers},
    )


def wants_page(request: web.Request) -> bool:
    """Whether a person looks at the answer in a browser."""
    accept = request.headers.get("Accept", "")
    return "text/html" in accept or ("json" not in accept and "*/*" in accept) or not accept

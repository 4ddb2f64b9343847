"""What everybody sees of a share: the page, its picture and the page's fonts."""

import base64
import hashlib
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from aiohttp import web

from gateway.domain.problems import INVALID_REQUEST, UNAVAILABLE
from gateway.domain.share.language import Language, Languages, language_of
from gateway.domain.share.page import no_page, page_of
from gateway.handlers.share_pages import SharePages
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import unless_known
from gateway.http.security import POLICY, share_policy

_TAG = "shares"
_CSS = Path(__file__).parents[1] / "share" / "page.css"
_ASK_EACH_TIME = "no-cache"
"""Whoever keeps a page asks whether it is still there: what was taken away is gone everywhere."""
_FOR_LONG = "public, max-age=604800"
_NOBODY = Answer("No such share, or it was taken away: nothing tells which", media_type="text/html")
_KNOWN = Answer("Nothing changed since the ETag in `If-None-Match`", media_type=None)
_LANG = msgspec.Meta(description="Language; without it, that of Accept-Language")


def _query_in(languages: Languages) -> type[msgspec.Struct]:
    """In which language: one of these, which are known when their files were read."""
    known = Annotated[Literal[tuple(languages)], _LANG]  # type: ignore[valid-type]  # as said: known at run time
    return msgspec.defstruct("ShareQuery", [("lang", known | None, None)], frozen=True, kw_only=True)


class SharePageRoutes:
    """`/s/{id}`, `/s/{id}.png` and `/s/fonts/{name}`."""

    def __init__(self, pages: SharePages, languages: Languages, fonts: Path, image_origins: tuple[str, ...]) -> None:
        self._pages = pages
        self._languages = languages
        self._css = _CSS.read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(self._css.encode()).digest()).decode()
        self._policy = share_policy(digest, image_origins)
        self._fonts = {path.name: path.read_bytes() for path in fonts.glob("*.woff2")}

    def operations(self) -> list[Operation]:
        """The operations, declared; the picture first, for its address would also fit the page's."""
        query = _query_in(self._languages)
        return [
            Operation(
                "GET",
                "/s/{id}.png",
                _TAG,
                "The picture of a public page, 1200 × 630",
                self.picture,
                {200: Answer("The picture", media_type="image/png"), 304: _KNOWN, 404: _NOBODY},
                for_person=False,
                query=query,
                problems=(INVALID_REQUEST, UNAVAILABLE),
            ),
            Operation(
                "GET",
                "/s/{id}",
                _TAG,
                "A public page of one report",
                self.page,
                {200: Answer("The page", media_type="text/html"), 304: _KNOWN, 404: _NOBODY},
                for_person=False,
                query=query,
                problems=(INVALID_REQUEST, UNAVAILABLE),
            ),
            Operation(
                "GET",
                "/s/fonts/{name}",
                _TAG,
                "A font of the public pages",
                self.font,
                {200: Answer("The font", media_type="font/woff2"), 404: _NOBODY},
                for_person=False,
            ),
        ]

    async def page(self, call: Call[Any, None]) -> web.Response:
        """The page, without any script."""
        language = self._asked(call)
        shown = await self._pages.shown(call.path("id"), language)
        if shown is None:
            return self._nobody(language)
        text = page_of(shown, self._css)
        response = self._html(text, 200, language, _ASK_EACH_TIME)
        return unless_known(call.request, response, _tag_of(text.encode()))

    async def picture(self, call: Call[Any, None]) -> web.Response:
        """The picture."""
        language = self._asked(call)
        drawn = await self._pages.picture(call.path("id"), language)
        if drawn is None:
            return self._nobody(language)
        headers = {
            "Cache-Control": _ASK_EACH_TIME,
            "Cross-Origin-Resource-Policy": "cross-origin",  # a preview is there for other sites to show
            "Vary": "Accept-Language",
            "X-Robots-Tag": "noindex",
        }
        response = web.Response(body=drawn, content_type="image/png", headers=headers)
        return unless_known(call.request, response, _tag_of(drawn))

    async def font(self, call: Call[None, None]) -> web.Response:
        """A font; no other file can be named."""
        content = self._fonts.get(call.path("name"))
        if content is None:
            return self._nobody(self._wished(call.request))
        return web.Response(body=content, content_type="font/woff2", headers={"Cache-Control": _FOR_LONG})

    def _asked(self, call: Call[Any, None]) -> Language:
        lang: str | None = call.query.lang
        return self._wished(call.request) if lang is None else self._languages[lang]

    def _wished(self, request: web.Request) -> Language:
        return language_of(request.headers.get("Accept-Language"), self._languages)

    def _nobody(self, language: Language) -> web.Response:
        return self._html(no_page(language, self._css), 404, language, "no-store")

    def _html(self, text: str, status: int, language: Language, kept: str) -> web.Response:
        headers = {
            "Cache-Control": kept,
            "Content-Language": language.code,
            "Vary": "Accept-Language",
            "X-Robots-Tag": "noindex",
            POLICY: self._policy,
        }
        return web.Response(text=text, status=status, content_type="text/html", headers=headers)


def _tag_of(body: bytes) -> str:
    return f'"{hashlib.blake2b(body, digest_size=16).hexdigest()}"'

"""The page: files exported by the build, known by name from the start, so that no request can name another."""

import base64
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from gateway.http.security import POLICY, Elsewhere, page_policy, worker_policy

_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)
_WORKER = "/worker.js"
_HASHED = "/_next/static/"
_COMPRESSED = frozenset({".gz", ".br"})
_FOR_EVER = "public, max-age=31536000, immutable"
_ASK_EACH_TIME = "no-cache"


@dataclass(frozen=True)
class PageFile:
    """One file and the headers that it is sent with."""

    path: Path
    headers: dict[str, str]


class Pages:
    """The files under one folder by the paths at which they are served; `imports/index.html` is `/imports/`."""

    def __init__(self, files: dict[str, PageFile], not_found: PageFile | None) -> None:
        self._files = files
        self._not_found = not_found

    @classmethod
    def under(cls, root: Path, elsewhere: Elsewhere) -> "Pages":
        """Look at every file once. A folder that is missing gives no pages: the interface works without."""
        files: dict[str, PageFile] = {}
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix not in _COMPRESSED:
                address = "/" + path.relative_to(root).as_posix()
                headers = {"Cache-Control": _FOR_EVER if address.startswith(_HASHED) else _ASK_EACH_TIME}
                if path.suffix == ".html":
                    hashes = script_hashes(path.read_text(encoding="utf-8"))
                    headers[POLICY] = page_policy(hashes, elsewhere)
                elif address == _WORKER:
                    headers[POLICY] = worker_policy()
                files[address.removesuffix("index.html")] = PageFile(path, headers)
        return cls(files, files.get("/404.html"))

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """The file at this address; a folder without its slash is redirected to it."""
        address = request.path
        file = self._files.get(address)
        if file is not None:
            return web.FileResponse(file.path, headers=file.headers)
        if f"{address}/" in self._files:
            query = f"?{request.rel_url.raw_query_string}" if request.query_string else ""
            raise web.HTTPPermanentRedirect(f"{quote(address)}/{query}")
        if self._not_found is None:
            raise web.HTTPNotFound
        return web.FileResponse(self._not_found.path, status=404, headers=self._not_found.headers)


def script_hashes(html: str) -> tuple[str, ...]:
    """The sha256 of each inline script, as a content policy names it (base64)."""
    found = dict.fromkeys(match[1] for match in _INLINE_SCRIPT.finditer(html))
    return tuple(base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in found)

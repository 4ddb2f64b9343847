"""Serves the exported page under the gateway's content policy and answers its questions with made-up JSON.

It stands in where a state has to be held still (loading, empty, error, a frozen import): tests of the page alone.
`python -m tests.browser.fixture_server` serves it for looking at by hand.
"""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from contracts.samples import OTHER_SOURCES
from gateway.domain.samples import sample_path
from gateway.http.pages import script_hashes
from gateway.http.security import Elsewhere, page_policy, worker_policy
from tests.browser import drawn, sounds
from tests.browser.changes import FOR_NOBODY, Reply, change_for
from tests.browser.routes import ROUTES, Route, called
from tests.browser.scenario import Scenario

OUT = Path(__file__).resolve().parents[2] / "services/gateway/web/out"
FAULTS = {
    "error": (HTTPStatus.GATEWAY_TIMEOUT, "/problems/no-answer"),
    "429": (HTTPStatus.TOO_MANY_REQUESTS, "about:blank"),
    "500": (HTTPStatus.INTERNAL_SERVER_ERROR, "/problems/internal"),
    "503": (HTTPStatus.SERVICE_UNAVAILABLE, "/problems/unavailable"),
    "504": (HTTPStatus.GATEWAY_TIMEOUT, "/problems/no-answer"),
}
"""States of a part, or of a change by its `METHOD /path`, that are problems. A proxy's own 429 names no type."""
CORRELATION = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".json": "application/json",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}


class FixtureServer(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    """A browser opens several connections at once: one for which there is no place is tried again a second later."""

    def __init__(self, port: int = 0, out: Path = OUT) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.out = out
        self.scenario = Scenario()
        self.policy = content_policy(out)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves in the middle is nothing to tell of."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def close(self) -> None:
        self.scenario.end()
        self.shutdown()
        self.server_close()


def content_policy(out: Path) -> str:
    """The gateway's policy with the inline scripts of every page of the export, and without any inline style."""
    hashes = {digest for page in out.rglob("*.html") for digest in script_hashes(page.read_text("utf-8"))}
    return page_policy(tuple(sorted(hashes)), Elsewhere(samples=OTHER_SOURCES)).replace(" 'unsafe-inline'", "")


class Handler(BaseHTTPRequestHandler):
    server: FixtureServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # silent: the tests say what went wrong
        return

    def setup(self) -> None:
        """A connection belongs to the test that opened it: what comes late is not the next one's."""
        super().setup()
        self.scenario: Scenario = self.server.scenario

    def do_GET(self) -> None:
        if self.scenario.state("server") == "away":
            self.close_connection = True
            return
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query, keep_blank_values=True).items()}
        if url.path.startswith("/api/"):
            self._api(url.path, query)
        elif url.path == sounds.ADDRESS:
            self._send(HTTPStatus.OK, "audio/wav", sounds.sample())
        elif url.path.startswith("/made-up/"):
            name = bytes.fromhex(url.path.removeprefix("/made-up/").removesuffix(".svg")).decode()
            self._send(HTTPStatus.OK, "image/svg+xml", drawn.cover(name).encode())
        else:
            self._file(url.path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self._change("POST")

    def do_PUT(self) -> None:
        self._change("PUT")

    def do_PATCH(self) -> None:
        self._change("PATCH")

    def do_DELETE(self) -> None:
        self._change("DELETE")

    def _change(self, method: str) -> None:
        if self.scenario.state("server") == "away-midway":
            self.rfile.read(100_000)
            self.close_connection = True
            return None
        body = self._body()
        if self.scenario.state("server") == "away-after-body":
            self.close_connection = True
            return None
        request = f"{method} {self.path}"
        change = FOR_NOBODY.get(request)
        if change is None:
            if self.headers.get("X-CSRF-Token") != self.scenario.me["csrf_token"]:
                return self._problem(HTTPStatus.FORBIDDEN)
            change = change_for(request)
        self.scenario.changed.append((method, self.path, body))
        fault = self.scenario.state(request)
        if fault in FAULTS:
            return self._problem(*FAULTS[fault])
        if change is None or fault == "missing":
            return self._problem(HTTPStatus.NOT_FOUND)
        return self._reply(change(self.scenario, body))

    def _body(self) -> Any:
        """What was sent: read if it is a JSON object, else its length."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        is_json = self.headers.get("Content-Type", "").startswith("application/json")
        return json.loads(body) if is_json and body[:1] == b"{" else len(body)

    def _reply(self, reply: Reply) -> None:
        if reply.status >= HTTPStatus.BAD_REQUEST:
            return self._problem(reply.status, f"/problems/{reply.body}", reply.retry_after)
        if reply.body is None:
            return self._send(reply.status, "text/plain", b"")
        return self._json(reply.body, reply.status)

    def _api(self, path: str, query: dict[str, str]) -> None:
        if not self.scenario.signed_in:
            return self._problem(HTTPStatus.UNAUTHORIZED)
        for route in ROUTES:
            if re.fullmatch(route.path, path):
                return self._part(route, query)
        if path.startswith(sample_path("")) and self.scenario.state("samples") == "full":
            return self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": sounds.ADDRESS})
        if path.endswith("/events") and self.scenario.state("events") == "full":
            return self._events(self._upload_events() if "uploads" in path else self._page_events())
        return self._problem(HTTPStatus.NOT_FOUND)

    def _part(self, route: Route, query: dict[str, str]) -> None:
        state = self.scenario.state(route.part(query))
        if state == "held":
            self.scenario.hold()
        if state in FAULTS:
            return self._problem(*FAULTS[state])
        if state == "missing":
            return self._problem(HTTPStatus.NOT_FOUND)
        if state == "nonsense":
            return self._json({})
        return self._json(called(route.answer(self.scenario, query), self.scenario.called))

    def _upload_events(self) -> Iterator[tuple[str, Any]]:
        scenario = self.scenario
        while True:
            while scenario.steps:
                scenario.upload = scenario.steps.pop(0)
                yield "upload", scenario.upload
                if scenario.upload["state"] in ("done", "failed"):
                    return
            scenario.ended.wait(0.05)
            if scenario.ended.is_set() or scenario.cut.is_set():
                return

    def _page_events(self) -> Iterator[tuple[str, Any]]:
        scenario = self.scenario
        while not scenario.ended.wait(0.05) and not scenario.cut.is_set():
            while scenario.events:
                yield scenario.events.pop(0), {}

    def _events(self, events: Iterator[tuple[str, Any]]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self.wfile.write(b"retry: 100\n\n")
            self.wfile.flush()
            for name, data in events:
                self.wfile.write(f"event: {name}\ndata: {json.dumps(data)}\n\n".encode())
                self.wfile.flush()
        except OSError:
            return
        finally:
            self.close_connection = True

    def _file(self, path: str) -> None:
        file = self.server.out / path.strip("/")
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file() or self.server.out not in file.resolve().parents:
            return self._send(HTTPStatus.NOT_FOUND, TYPES[".html"], (self.server.out / "404.html").read_bytes())
        return self._send(HTTPStatus.OK, TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes())

    def _json(self, data: Any, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send(status, "application/json", json.dumps(data).encode())

    def _problem(self, status: HTTPStatus, kind: str = "about:blank", retry_after: int | None = None) -> None:
        problem = {"type": kind, "title": status.phrase, "status": status.value}
        after = self.scenario.retry_after if retry_after is None else str(retry_after)
        extra = {"X-Correlation-Id": CORRELATION} | ({} if after is None else {"Retry-After": after})
        self._send(status, "application/problem+json", json.dumps(problem).encode(), extra)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, extra: Mapping[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        policy = worker_policy() if self.path == "/worker.js" else self.server.policy
        self.send_header("Content-Security-Policy", policy)
        for name, value in (extra or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


if __name__ == "__main__":
    server = FixtureServer(port=8765)
    print(server.url)
    threading.Event().wait()

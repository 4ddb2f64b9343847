"""Serves the exported page under the gateway's content policy and answers its questions with made-up JSON.

It stands in where a state has to be held still (loading, empty, error, a frozen import): tests of the page alone.
`python -m tests.browser.fixture_server` serves it for looking at by hand.
"""

from __future__ import annotations

import base64
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.browser import drawn, made_up

OUT = Path(__file__).resolve().parents[2] / "services/gateway/web/out"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain; charset=utf-8",
}
INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.S)
HELD = 30.0  # seconds that a held answer waits at most


@dataclass
class Scenario:
    """What each part answers: `full`, `empty`, `error` (504) or `held` (no answer until `released`)."""

    signed_in: bool = True
    me: dict[str, Any] = field(default_factory=lambda: dict(made_up.ME))
    parts: dict[str, str] = field(default_factory=dict)
    upload: dict[str, Any] = field(default_factory=lambda: made_up.upload("done"))
    steps: list[dict[str, Any]] = field(default_factory=list)
    events: list[str] = field(default_factory=list)
    pictures: bool = True
    changed: list[tuple[str, str, Any]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    def state(self, part: str) -> str:
        return self.parts.get(part, "full")

    def hold(self) -> None:
        """Wait until `go_on` or the end of the test."""
        self.released.wait(HELD)

    def end(self) -> None:
        """Let every answer and every stream of events end."""
        self.ended.set()
        self.released.set()

    def go_on(self) -> None:
        """Answer what is held now; what is asked from now on is held anew."""
        self.released.set()
        self.released = threading.Event()


class FixtureServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int = 0, out: Path = OUT) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.out = out
        self.scenario = Scenario()
        self.policy = content_policy(out)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def close(self) -> None:
        self.scenario.end()
        self.shutdown()
        self.server_close()


def content_policy(out: Path) -> str:
    """The gateway's policy: scripts of our own, and the inline ones of the export by their hashes."""
    inline = {script for page in out.rglob("*.html") for script in INLINE.findall(page.read_text("utf-8"))}
    hashes = " ".join(f"'sha256-{base64.b64encode(sha256(s.encode()).digest()).decode()}'" for s in sorted(inline))
    return (
        f"default-src 'self'; script-src 'self' {hashes}; style-src 'self'; "
        "img-src 'self' data: https://i.scdn.co https://*.spotifycdn.com; frame-src https://open.spotify.com; "
        "object-src 'none'; base-uri 'none'; frame-ancestors 'none'"
    )


class Handler(BaseHTTPRequestHandler):
    server: FixtureServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # silent: the tests say what went wrong
        return

    @property
    def scenario(self) -> Scenario:
        return self.server.scenario

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        if url.path.startswith("/api/"):
            self._api(url.path, query)
        elif url.path.startswith("/made-up/"):
            name = bytes.fromhex(url.path.removeprefix("/made-up/").removesuffix(".svg")).decode()
            self._send(HTTPStatus.OK, "image/svg+xml", drawn.cover(name).encode())
        else:
            self._file(url.path)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        self._change("POST")

    def do_PATCH(self) -> None:
        self._change("PATCH")

    def do_DELETE(self) -> None:
        self._change("DELETE")

    def _change(self, method: str) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.headers.get("X-CSRF-Token") != self.scenario.me["csrf_token"]:
            return self._problem(HTTPStatus.FORBIDDEN)
        is_json = self.headers.get("Content-Type", "").startswith("application/json")
        self.scenario.changed.append((method, self.path, json.loads(body) if is_json and body[:1] == b"{" else len(body)))
        if self.path == "/api/v1/uploads":
            return self._upload()
        if self.path == "/api/v1/tokens":
            return self._json({"id": "t3", "name": "New one", "token": "nk_made_up_0123456789"}, HTTPStatus.CREATED)
        if self.path == "/api/v1/me":
            self.scenario.me.update(json.loads(body))
            return self._json(self.scenario.me)
        if self.path == "/auth/logout":
            self.scenario.signed_in = False
        return self._send(HTTPStatus.NO_CONTENT, "text/plain", b"")

    def _upload(self) -> None:
        state = self.scenario.state("send")
        if state == "error":
            return self._problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if state == "held":
            self.scenario.hold()
        return self._json({"id": made_up.UPLOAD_ID, "ids": [made_up.UPLOAD_ID]}, HTTPStatus.ACCEPTED)

    def _api(self, path: str, query: dict[str, str]) -> None:
        if not self.scenario.signed_in:
            return self._problem(HTTPStatus.UNAUTHORIZED)
        for pattern, part, answer in ROUTES:
            if re.fullmatch(pattern, path):
                return self._part(part(query), lambda found=answer: found(self.scenario, query))
        if path.endswith("/events") and self.scenario.state("events") == "full":
            return self._events(self._upload_events() if "uploads" in path else self._page_events())
        return self._problem(HTTPStatus.NOT_FOUND)

    def _part(self, part: str, answer: Callable[[], Any]) -> None:
        state = self.scenario.state(part)
        if state == "held":
            self.scenario.hold()
        if state == "error":
            return self._problem(HTTPStatus.GATEWAY_TIMEOUT)
        if state == "missing":
            return self._problem(HTTPStatus.NOT_FOUND)
        return self._json(answer())

    def _upload_events(self) -> Iterator[tuple[str, Any]]:
        scenario = self.scenario
        while True:
            while scenario.steps:
                scenario.upload = scenario.steps.pop(0)
                yield "upload", scenario.upload
                if scenario.upload["state"] in ("done", "failed"):
                    return
            scenario.ended.wait(0.05)
            if scenario.ended.is_set():
                return

    def _page_events(self) -> Iterator[tuple[str, Any]]:
        scenario = self.scenario
        while not scenario.ended.wait(0.05):
            while scenario.events:
                yield scenario.events.pop(0), {}

    def _events(self, events: Iterator[tuple[str, Any]]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
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

    def _problem(self, status: HTTPStatus) -> None:
        problem = {"type": "about:blank", "title": status.phrase, "status": status.value}
        self._send(status, "application/problem+json", json.dumps(problem).encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _wrapped(scenario: Scenario, query: dict[str, str]) -> Any:
    history = "from" not in query
    day_from, day_to = query.get("from", "2017-03-09"), query.get("to", "2026-11-23")
    if scenario.state("history" if history else "wrapped") == "empty":
        return made_up.empty_wrapped(None if history else day_from, None if history else day_to, query.get("by", "time"))
    answer = made_up.wrapped(day_from, day_to, query.get("by", "time"), int(query.get("limit", "50")))
    return answer if scenario.pictures else _without_pictures(answer)


def _without_pictures(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: None if key in ("cover", "image") else _without_pictures(item) for key, item in value.items()}
    return [_without_pictures(item) for item in value] if isinstance(value, list) else value


def _listed(part: str, items: list[Any]) -> Callable[[Scenario, dict[str, str]], Any]:
    return lambda scenario, _: {"items": [] if scenario.state(part) == "empty" else items, "next": None}


Route = tuple[str, Callable[[dict[str, str]], str], Callable[[Scenario, dict[str, str]], Any]]
ROUTES: list[Route] = [
    (r"/api/v1/me", lambda _: "me", lambda scenario, _: scenario.me),
    (r"/api/v1/wrapped", lambda query: "wrapped" if "from" in query else "history", _wrapped),
    (r"/api/v1/plays", lambda _: "plays", lambda _, query: made_up.plays(query.get("cursor"))),
    (r"/api/v1/tokens", lambda _: "tokens", _listed("tokens", made_up.TOKENS)),
    (
        r"/api/v1/uploads",
        lambda _: "uploads",
        lambda s, _: {"items": [] if s.state("uploads") == "empty" else [s.upload], "next": None},
    ),
    (r"/api/v1/uploads/\w+", lambda _: "upload", lambda scenario, _: scenario.upload),
    (r"/api/v1/uploads/\w+/rejections", lambda _: "rejections", lambda _, query: made_up.rejections(query.get("cursor"))),
]


if __name__ == "__main__":
    server = FixtureServer(port=8765)
    print(server.url)
    threading.Event().wait()

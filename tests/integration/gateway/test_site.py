"""What surrounds every request: the page and its content policy, problems, correlation ids, health and metrics."""

import pytest

from gateway.http.pages import script_hashes
from tests.integration.gateway.conftest import PAGE, Room, ask


async def test_page_is_served_with_a_policy_for_its_own_inline_script(room: Room) -> None:
    told = await ask("GET", f"{room.url}/imports/")
    assert (told.status, told.text) == (200, PAGE)
    (digest,) = script_hashes(PAGE)
    policy = told.headers["Content-Security-Policy"]
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "frame-src https://open.spotify.com http://127.0.0.1:9;" in policy
    assert "media-src 'self' https://p.scdn.co https://*.dzcdn.net;" in policy
    assert "frame-ancestors 'none'" in policy
    assert told.headers["Cache-Control"] == "no-cache"


async def test_hashed_files_are_kept_for_ever(room: Room) -> None:
    told = await ask("GET", f"{room.url}/_next/static/a-1234.js")
    assert told.headers["Cache-Control"] == "public, max-age=31536000, immutable"


async def test_the_manifest_can_be_read_by_its_page(room: Room) -> None:
    told = await ask("GET", f"{room.url}/manifest.webmanifest")
    assert (told.status, told.headers["Content-Type"]) == (200, "application/manifest+json")
    assert told.headers["Cache-Control"] == "no-cache"
    page = await ask("GET", f"{room.url}/imports/")
    assert "; manifest-src 'self'; worker-src 'self';" in page.headers["Content-Security-Policy"]


async def test_the_worker_fetches_from_here_alone_and_is_asked_for_each_time(room: Room) -> None:
    told = await ask("GET", f"{room.url}/worker.js")
    assert (told.status, told.headers["Cache-Control"]) == (200, "no-cache")
    assert told.headers["Content-Type"].split(";")[0] in ("text/javascript", "application/javascript")
    policy = told.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "connect-src 'self'"} <= set(policy)
    other = await ask("GET", f"{room.url}/_next/static/a-1234.js")
    assert "connect-src" not in other.headers["Content-Security-Policy"]


async def test_the_page_can_be_looked_for_without_being_sent(room: Room) -> None:
    """The offline page asks so whether the server is back."""
    told = await ask("HEAD", f"{room.url}/")
    assert (told.status, told.text) == (200, "")


async def test_a_folder_is_redirected_to_its_page(room: Room) -> None:
    told = await ask("GET", f"{room.url}/imports?id=1")
    assert (told.status, told.headers["Location"]) == (308, "/imports/?id=1")


@pytest.mark.parametrize("path", ["/nothing", "/../conftest.py", "/%2e%2e/%2e%2e/etc/passwd", "/imports/..%2f..%2fa"])
async def test_nothing_outside_the_page_is_served(room: Room, path: str) -> None:
    told = await ask("GET", f"{room.url}{path}")
    assert (told.status, told.text) == (404, PAGE)


@pytest.mark.parametrize("path", ["/api/v1/nothing", "/api/", "/auth", "/api/v2/me"])
async def test_an_unknown_address_of_the_interface_is_a_problem(room: Room, path: str) -> None:
    told = await ask("POST", f"{room.url}{path}")
    assert (told.status, told.json["type"]) == (404, "/problems/not-found")


async def test_a_wrong_method_is_told_the_right_ones(room: Room) -> None:
    told = await ask("PUT", f"{room.url}/api/v1/me")
    assert (told.status, told.json["type"]) == (405, "/problems/wrong-method")
    assert told.headers["Allow"] == "DELETE,GET,PATCH"


@pytest.mark.parametrize("path", ["/", "/api/v1/me", "/api/v1/nothing", "/nothing", "/auth/callback", "/api/docs"])
async def test_every_answer_has_security_headers_and_a_correlation_id(room: Room, path: str) -> None:
    told = await ask("GET", f"{room.url}{path}", headers={"X-Correlation-Id": "abcdef-0123"})
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert "frame-ancestors 'none'" in told.headers["Content-Security-Policy"]
    assert {"Referrer-Policy", "Permissions-Policy"} <= set(told.headers)
    assert told.headers["X-Correlation-Id"] == "abcdef-0123"


async def test_a_correlation_id_that_is_none_is_replaced(room: Room) -> None:
    told = await ask("GET", f"{room.url}/api/docs", headers={"X-Correlation-Id": "a b"})
    assert len(told.headers["X-Correlation-Id"]) == 32


async def test_the_interface_can_be_read_without_any_other_site(room: Room) -> None:
    page = await ask("GET", f"{room.url}/api/docs")
    assert "//" not in page.text.replace("<!doctype html>", ""), "no address of another site"
    for name in ("reader.js", "reader.css"):
        assert (await ask("GET", f"{room.url}/api/docs/{name}")).status == 200
    assert (await ask("GET", f"{room.url}/api/docs/..%2Fapp.py")).status == 404


async def test_a_body_that_is_too_large_for_json_is_refused(room: Room) -> None:
    told = await room.as_someone().ask("POST", "/api/v1/tokens", json={"name": "x" * 100_000})
    assert (told.status, told.json["type"]) == (413, "/problems/too-large")


async def test_health_readiness_and_metrics_are_on_a_port_of_their_own(room: Room) -> None:
    assert (await ask("GET", f"{room.ops_url}/healthz")).json["alive"] is True
    assert (await ask("GET", f"{room.ops_url}/readyz")).status == 200
    metrics = await ask("GET", f"{room.ops_url}/metrics")
    assert 'gateway_requests_total{method="GET",route="/readyz",status="200"}' in metrics.text

"""What whoever runs an instance relies on: health, readiness, metrics, logs that follow one upload, orderly stops."""

import json
import os
import signal
from collections.abc import Iterator
from typing import Any

import aiohttp
import pytest

from stack.probes import wait_until
from tests.harness.client import Person
from tests.harness.histories.broken import good_rows
from tests.harness.stack import Nachklang

SERVICES = ("auth", "uploader", "aggregator-worker", "aggregator-stream", "enricher", "gateway")
PATIENCE_S = 60.0


def lines(nachklang: Nachklang, name: str) -> Iterator[dict[str, Any]]:
    """The log of a process; every line is a JSON object, but for what Java prints before its logging is set up."""
    for line in nachklang.log(name).splitlines():
        if line.startswith("{"):
            yield json.loads(line)


@pytest.mark.parametrize("name", SERVICES)
async def test_every_process_tells_how_it_is(nachklang: Nachklang, name: str) -> None:
    address = f"http://127.0.0.1:{nachklang.parts.ports.get(f'{name}-ops')}"
    async with aiohttp.ClientSession() as http:
        for path, word in (("/healthz", "alive"), ("/readyz", "ready"), ("/metrics", "process_cpu_seconds_total")):
            async with http.get(address + path) as answer:
                assert answer.status == 200, path
                assert word in await answer.text()


async def test_one_upload_is_followed_through_the_services_by_one_id(nachklang: Nachklang, person: Person) -> None:
    headers = {**person.csrf, "X-Filename": "Streaming_History_Audio_2024.json"}
    async with person.http.post(f"{person.url}/api/v1/uploads", data=good_rows(), headers=headers) as answer:
        correlation = answer.headers["X-Correlation-Id"]
        upload = (await answer.json())["id"]
    await person.finished(upload)
    for name in ("gateway", "uploader", "aggregator-stream"):

        async def followed(name: str = name) -> bool:
            return any(line["correlation_id"] == correlation for line in lines(nachklang, name))

        assert await wait_until(followed, PATIENCE_S), name
        assert all(line["traceparent"] for line in lines(nachklang, name) if line["correlation_id"] == correlation)


async def test_logs_hold_no_credentials(nachklang: Nachklang, person: Person) -> None:
    secrets = {cookie.value for cookie in person.http.cookie_jar if len(cookie.value) > 20}
    assert secrets
    secrets |= set(nachklang.parts.mariadb.passwords.values())
    for name in SERVICES:
        log = nachklang.log(name)
        assert not [secret for secret in secrets if secret in log], name


@pytest.mark.parametrize("name", SERVICES)
async def test_a_process_stops_in_order_within_ten_seconds(nachklang: Nachklang, name: str) -> None:
    """What takes longer than nine is ended by the process's own alarm, and its status says so."""
    journal, in_order = nachklang.parts.layout.run / "supervisor.log", f"{name}: ended with status 0"
    before, process = journal.read_text().count(in_order), nachklang.supervisor.keepers[name].runner.pid
    assert process is not None
    os.kill(process, signal.SIGTERM)

    async def ended() -> bool:
        return journal.read_text().count(in_order) > before

    assert await wait_until(ended, PATIENCE_S)
    await nachklang.wait_ready()


async def test_the_document_describes_the_interface(nachklang: Nachklang) -> None:
    async with aiohttp.ClientSession() as http:
        async with http.get(f"{nachklang.url}/api/openapi.json") as answer:
            document = await answer.json()
        async with http.get(f"{nachklang.url}/api/docs") as answer:
            assert answer.status == 200
    assert document["openapi"].startswith("3.1")
    assert {"/api/v1/uploads", "/api/v1/wrapped", "/api/v1/plays", "/api/v1/me", "/api/v1/tokens"} <= set(
        document["paths"]
    )

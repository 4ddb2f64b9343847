"""New versions: rolled out in the middle of an import with nothing lost, and stopped where they do not get ready."""

import asyncio
from pathlib import Path

import pytest

from tests.cluster.conftest import wait_serving
from tests.cluster.helm import HelmError, helm, upgrade
from tests.cluster.pods import is_ready, name_of, pods
from tests.e2e.midway import assert_whole, midway, reading
from tests.e2e.truth import Truth
from tests.harness.client import Person, signed_in
from tests.harness.reference.history import Account

SERVICES = ("auth", "uploader", "aggregator", "enricher", "gateway")
DONE_WITHIN_SECONDS = 300.0


async def test_every_service_is_rolled_out_in_the_middle_of_an_import(
    person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    before = {name_of(pod) for service in SERVICES for pod in pods(name=service)}
    upload_id = await person.upload(export)
    await midway(person, upload_id, reading)
    for service in SERVICES:
        await asyncio.to_thread(upgrade, service, settings__NACHKLANG_LOG_LEVEL="WARNING")
    await assert_whole(person, upload_id, truth, account, DONE_WITHIN_SECONDS)
    now = {name_of(pod) for service in SERVICES for pod in pods(name=service)}
    assert not before & now, "every pod is another one"
    await wait_serving()


async def test_a_version_that_does_not_get_ready_stops_the_roll_out_and_the_old_one_serves(nachklang: str) -> None:
    before = [name_of(pod) for pod in pods(name="auth")]
    with pytest.raises(HelmError):
        await asyncio.to_thread(upgrade, "auth", within="40s", global__kafka__bootstrap="nowhere:9092")
    try:
        there = {name_of(pod): is_ready(pod) for pod in pods(name="auth")}
        assert all(there.pop(name) for name in before), "the old pod is there and ready"
        assert there, "and so is the new one, not ready"
        assert not any(there.values())
        async with signed_in(nachklang, "during-a-broken-roll-out") as somebody:
            assert somebody.id
    finally:
        helm("rollback", "auth", "--wait", "--timeout=120s")

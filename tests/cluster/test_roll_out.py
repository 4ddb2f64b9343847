"""New versions: rolled out in the middle of an import with nothing lost, and stopped where they do not get ready."""

import asyncio
from functools import partial
from pathlib import Path

import pytest

from stack.probes import wait_until
from tests.cluster.conftest import wait_serving
from tests.cluster.helm import HelmError, helm, upgrade
from tests.cluster.pods import is_ready, migrated, name_of, pods
from tests.e2e.midway import assert_whole, midway, reading
from tests.e2e.truth import Truth
from tests.harness.client import Person, signed_in
from tests.harness.reference.history import Account

SERVICES = ("auth", "uploader", "aggregator", "enricher", "gateway")
COMPONENT = "app.kubernetes.io/component"
NEW_POD_WITHIN_SECONDS = 120.0
DONE_WITHIN_SECONDS = 300.0


@pytest.mark.parametrize("service", SERVICES)
async def test_a_service_is_rolled_out_in_the_middle_of_an_import(
    person: Person, big: tuple[Path, Truth, Account], service: str
) -> None:
    export, truth, account = big
    before = names(service)
    rolling = asyncio.create_task(asyncio.to_thread(upgrade, service, settings__NACHKLANG_LOG_LEVEL="WARNING"))
    assert await wait_until(partial(is_rolled_out, service, before), NEW_POD_WITHIN_SECONDS), "no new pod"
    upload_id = await person.upload(export)
    await midway(person, upload_id, reading)
    assert not rolling.done(), "the import began after the roll-out"
    await rolling
    await assert_whole(person, upload_id, truth, account, DONE_WITHIN_SECONDS)
    assert not before & names(service), "every pod is another one"
    assert (service in migrated()) is (service != "gateway"), "which has nothing to migrate"
    await wait_serving()


def names(service: str) -> set[str]:
    """The pods of the service, without those on their way out."""
    return {name_of(pod) for pod in pods(name=service)}


async def is_rolled_out(service: str, before: set[str]) -> bool:
    """Whether its first new pod is there; a Job that migrates comes and goes before."""
    now = await asyncio.to_thread(pods, name=service)
    return any(pod["metadata"]["labels"][COMPONENT] != "migrate" and name_of(pod) not in before for pod in now)


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

"""Each pod deleted in the middle of an import of 100,000 plays: afterwards counts and sums equal the truth."""

from collections.abc import Callable
from pathlib import Path

import pytest

from stack.probes import wait_until
from tests.cluster import hdfs
from tests.cluster.conftest import wait_serving
from tests.cluster.pods import delete, name_of, pods, wait_replaced
from tests.e2e.midway import Upload, aggregating, assert_whole, midway, reading
from tests.e2e.truth import Truth
from tests.harness.client import Person
from tests.harness.reference.history import Account

DONE_WITHIN_SECONDS = 300.0
ANSWERS_WITHIN_SECONDS = 240.0


@pytest.mark.parametrize(
    ("victim", "there"),
    [
        ({"name": "auth"}, reading),
        ({"name": "uploader"}, reading),
        ({"name": "aggregator", "component": "service"}, reading),
        ({"name": "aggregator", "component": "executor"}, aggregating),
        ({"name": "enricher"}, reading),
        ({"name": "gateway"}, reading),
        ({"name": "redis"}, reading),
        ({"name": "mariadb"}, aggregating),
        ({"name": "kafka"}, reading),
        ({"name": "hdfs-nn"}, aggregating),
        ({"name": "hdfs-dn"}, aggregating),
    ],
    ids=lambda value: "-".join(value.values()) if isinstance(value, dict) else value.__name__,
)
async def test_a_pod_is_deleted_in_the_middle_of_an_import(
    person: Person, big: tuple[Path, Truth, Account], victim: dict[str, str], there: Callable[[Upload], bool]
) -> None:
    export, truth, account = big
    victims = pods(**victim)
    assert victims
    upload_id = await person.upload(export)
    await midway(person, upload_id, there)
    for pod in victims:
        delete(name_of(pod))
    await wait_replaced(victims, **victim)
    await person.finished(upload_id, DONE_WITHIN_SECONDS)
    await wait_answers(person)
    await assert_whole(person, upload_id, truth, account)


async def test_sparks_driver_is_deleted_and_goes_on_where_it_was(
    person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    driver = {"name": "aggregator", "component": "stream"}
    (victim,) = pods(**driver)
    query, done = hdfs.query(), max(hdfs.batches())
    upload_id = await person.upload(export)
    await midway(person, upload_id, aggregating)
    delete(name_of(victim))
    await wait_replaced([victim], **driver)
    await assert_whole(person, upload_id, truth, account, DONE_WITHIN_SECONDS)
    assert hdfs.query() == query, "the checkpoint is the same"
    assert max(hdfs.batches()) > done, "and batches went on with the numbers that were next"
    await wait_serving()


async def wait_answers(person: Person) -> None:
    """Return when questions are answered again: who had a connection to a pod that is gone may take minutes to know."""

    async def answered() -> bool:
        return (await person.ask("GET", "/api/v1/wrapped")).status == 200

    assert await wait_until(answered, ANSWERS_WITHIN_SECONDS)

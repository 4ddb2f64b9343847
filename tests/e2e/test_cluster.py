"""Stream and batch on a real YARN, with checkpoints on a real HDFS: only settings differ, and no number does."""

import os
import signal
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import aiohttp
import aiomysql
import pytest

from stack.layout import Layout
from stack.probes import wait_until
from stack.servers.yarn import MASTER, Yarn
from stack.settings import OWN_HDFS
from tests.e2e.truth import Truth, assert_account, assert_same
from tests.harness.client import Person, signed_in
from tests.harness.histories.packages import write_extended_zip, write_pair
from tests.harness.histories.timeline import Person as Listener
from tests.harness.histories.timeline import listens
from tests.harness.reference.history import Account
from tests.harness.stack import Nachklang, running_nachklang

EXECUTOR = b"YarnCoarseGrainedExecutorBackend"
PATIENCE_S = 120.0
SHARING = 5

pytestmark = pytest.mark.timeout(600)  # each start of Spark on the cluster takes most of a minute


@pytest.fixture(scope="module")
def yarn(tmp_path_factory: pytest.TempPathFactory) -> Yarn:
    """A cluster of one node, which runs beside `cluster`."""
    return Yarn(Layout(tmp_path_factory.mktemp("nachklang")))


@pytest.fixture(scope="module")
async def cluster(yarn: Yarn) -> AsyncIterator[Nachklang]:
    """The whole of Nachklang, with Spark on it."""
    place = {
        "NACHKLANG_SPARK_MASTER": MASTER,
        "NACHKLANG_SPARK_CONF": ";".join(f"{key}={value}" for key, value in yarn.spark.items()),
        "HADOOP_CONF_DIR": str(yarn.configuration),
    }
    async with running_nachklang(yarn.layout.run, OWN_HDFS, place, spark_needs=yarn.spec()) as running:
        yield running


@pytest.fixture
async def person(cluster: Nachklang) -> AsyncIterator[Person]:
    """Somebody new."""
    async with signed_in(cluster.url, f"y-{uuid.uuid4().hex[:20]}") as somebody:
        yield somebody


def executors(yarn: Yarn) -> list[int]:
    """The process ids of the executors that run in containers of this cluster."""
    return [pid for pid in _pids() if _is_executor(pid, yarn)]


async def test_an_import_and_a_rebuild_on_the_cluster(
    cluster: Nachklang, yarn: Yarn, person: Person, tmp_path: Path
) -> None:
    truth = Truth()
    for export in write_pair(tmp_path, Listener(seed=41, plays=6_000)):
        assert_account(await person.imported(export), truth.add(export))
    await assert_same(person, truth)
    assert executors(yarn), "the tasks ran in a container"
    assert await checkpoints(cluster), "the checkpoint is on HDFS"

    await cluster.job("rebuild")
    await assert_same(person, truth)


async def test_an_executor_that_is_killed_in_the_middle_of_an_import_changes_no_number(
    yarn: Yarn, person: Person, big: tuple[Path, Truth, Account]
) -> None:
    export, truth, account = big
    upload_id = await person.upload(export)

    async def begun() -> bool:
        return bool((await person.get(f"/api/v1/uploads/{upload_id}"))["live"]["streams"])

    assert await wait_until(begun, PATIENCE_S)
    killed = executors(yarn)
    for pid in killed:
        os.kill(pid, signal.SIGKILL)
    assert killed
    assert_account(await person.finished(upload_id, within=180.0), account)
    await assert_same(person, truth, orders=("time",))

    async def another() -> bool:
        return bool(set(executors(yarn)) - set(killed))

    assert await wait_until(another, PATIENCE_S), "another one did the work"


async def test_standings_on_the_cluster_of_those_who_share(cluster: Nachklang, tmp_path: Path) -> None:
    async with AsyncExitStack() as people:
        listeners = [
            await people.enter_async_context(signed_in(cluster.url, f"s{number}-{uuid.uuid4().hex[:12]}"))
            for number in range(SHARING)
        ]
        for number, listener in enumerate(listeners):
            export = write_extended_zip(
                tmp_path / f"{number}.zip", listens(Listener(seed=43, plays=500 * (number + 1)))
            )
            await listener.imported(export)
            await share(listener)
        ids = [str(listener.me["id"]) for listener in listeners]

        async def known() -> bool:
            rows = await serving(cluster, "SELECT person_id FROM aggregator.people_sharing WHERE sharing")
            return {person_id for (person_id,) in rows} >= set(ids)

        assert await wait_until(known, PATIENCE_S)
        await cluster.job("standings")
        standings = "SELECT person_id, per_mille FROM serving.standings WHERE period = 'all' AND measure = 'streams'"
        assert dict(await serving(cluster, standings)) == dict(zip(ids, (0, 250, 500, 750, 1000), strict=True))
        common = await serving(cluster, "SELECT people FROM serving.common_taste WHERE period = 'all'")
        assert {people for (people,) in common} == {SHARING}


async def share(person: Person) -> None:
    """Let the others look."""
    async with person.http.patch(f"{person.url}/api/v1/me", json={"sharing": True}, headers=person.csrf) as answer:
        assert answer.status == 200, await answer.text()


async def checkpoints(cluster: Nachklang) -> list[str]:
    """What lies below the checkpoints' root on HDFS."""
    url = f"http://127.0.0.1:{cluster.parts.hdfs.web_port}/webhdfs/v1/?op=LISTSTATUS"
    async with aiohttp.request("GET", url, raise_for_status=True) as answer:
        return [entry["pathSuffix"] for entry in (await answer.json())["FileStatuses"]["FileStatus"]]


async def serving(cluster: Nachklang, question: str) -> list[tuple[Any, ...]]:
    """The rows of a query as the aggregator's user."""
    server = cluster.parts.mariadb
    password = server.passwords["aggregator"]
    connection = await aiomysql.connect(host="127.0.0.1", port=server.port, user="aggregator", password=password)
    try:
        async with connection.cursor() as cursor:
            await cursor.execute(question)
            return list(await cursor.fetchall())
    finally:
        connection.close()


def _pids() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]


def _is_executor(pid: int, yarn: Yarn) -> bool:
    process = Path("/proc") / str(pid)
    try:
        inside = (process / "cwd").resolve().is_relative_to(yarn.containers.resolve())
        return inside and EXECUTOR in (process / "cmdline").read_bytes() and (process / "comm").read_text() == "java\n"
    except OSError:  # it has ended meanwhile
        return False

"""A job on the real YARN: its tasks run in an executor that the cluster started."""

import asyncio
import os
import sys
from pathlib import Path

from stack.servers.yarn import MASTER, Yarn
from tests.harness.servers import running_yarn

JOB = """
import os, sys
from pyspark.sql import SparkSession

master, *pairs = sys.argv[1:]
builder = SparkSession.builder.master(master)
for pair in pairs:
    key, _, value = pair.partition("=")
    builder = builder.config(key, value)
spark = builder.getOrCreate()

def where(rows):
    yield sum(1 for _ in rows), os.environ.get("CONTAINER_ID", "")

tasks = spark.sparkContext.range(0, 1000, numSlices=2).mapPartitions(where).collect()
print("in containers:", [rows for rows, container in tasks if container.startswith("container_")])
spark.stop()
"""


async def run_job(yarn: Yarn) -> str:
    """What the job prints. Its tasks need the tests' own Python."""
    pairs = [f"{key}={value}" for key, value in yarn.spark.items()]
    environ = {
        "HADOOP_CONF_DIR": str(yarn.configuration),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", JOB, MASTER, *pairs),
        env=os.environ | environ,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode == 0, f"{errors.decode()}\n{last_words(yarn)}"
    return output.decode()


def last_words(yarn: Yarn) -> str:
    """The ends of what the containers printed: why a job failed is said there alone."""
    printed = sorted(yarn.containers.rglob("stderr"))
    return "\n".join(f"{path.parent.name}: {path.read_text(errors='replace')[-2000:]}" for path in printed)


async def test_a_job_runs_in_an_executor_of_the_cluster_and_again_after_a_crash(tmp_path: Path) -> None:
    async with running_yarn(tmp_path) as yarn:
        assert await run_job(yarn.server) == "in containers: [500, 500]\n"

        await yarn.process.restart()

        assert await run_job(yarn.server) == "in containers: [500, 500]\n"

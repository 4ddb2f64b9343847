"""The Spark session of a job."""

import sys
from pathlib import Path

from pyspark.sql import SparkSession

from aggregator.settings import SparkSettings

LOCAL = "local"

_CONFIG = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "1000",
    "spark.sql.streaming.noDataMicroBatches.enabled": "false",
    "spark.sql.streaming.numRecentProgressUpdates": "2",
    "spark.sql.streaming.minBatchesToRetain": "10",
    "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.ui.retainedJobs": "10",
    "spark.ui.retainedStages": "10",
    "spark.ui.retainedTasks": "100",
    # The driver shares its machine with everything else: a small heap and one collector thread. Half of the heap is for
    # the garbage of a batch, which keeps nothing, and loading classes at the start is no reason for a full collection.
    "spark.driver.extraJavaOptions": "-XX:+UseSerialGC -XX:NewRatio=1 -XX:MetaspaceSize=192m",
}


def create_session(settings: SparkSettings, name: str) -> SparkSession:
    """Start a Spark driver in a Java process of its own; takes seconds. Raises if Java or the jars are missing."""
    builder = SparkSession.builder.appName(name).master(settings.master)
    for key, value in (_CONFIG | _of(settings)).items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def _of(settings: SparkSettings) -> dict[str, str]:
    config = {"spark.driver.memory": settings.driver_memory, "spark.pyspark.python": sys.executable}
    jars = sorted(str(jar) for jar in Path(settings.jars).glob("*.jar")) if settings.jars else []
    if jars:
        config["spark.jars"] = ",".join(jars)
    if settings.master.startswith(LOCAL):
        config |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return config

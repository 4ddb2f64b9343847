"""The Spark session of a job."""

import sys
from pathlib import Path

from pyspark.sql import SparkSession

from aggregator.settings import SparkSettings

LOCAL = "local"

_CONFIG = {
    "spark.sql.session.timeZone": "UTC",
    # jobs that are in no pool are in one together: those of the stream. Others have pools of their own beside it
    "spark.scheduler.mode": "FAIR",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",
    "spark.sql.execution.arrow.maxBytesPerBatch": str(8 * 1024 * 1024),
    "spark.sql.streaming.noDataMicroBatches.enabled": "false",
    "spark.sql.streaming.numRecentProgressUpdates": "2",
    "spark.sql.streaming.minBatchesToRetain": "10",
    "spark.sql.ui.retainedExecutions": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.ui.retainedJobs": "10",
    "spark.ui.retainedStages": "10",
    "spark.ui.retainedTasks": "100",
    "spark.python.daemon.module": "aggregator.jobs.daemon",
    # one thread a task: as many tasks as cores share them better than threads within a task
    "spark.executorEnv.POLARS_MAX_THREADS": "1",
    # The driver shares its machine with everything else: a small heap, one collector thread, the quick compiler only,
    # as Python does the work. Half of the heap is for the garbage of a batch, which keeps nothing, and loading classes
    # at the start is no reason for a full collection.
    "spark.driver.extraJavaOptions": ("-XX:+UseSerialGC -XX:NewRatio=1 -XX:MetaspaceSize=192m -XX:TieredStopAtLevel=1"),
}

_ON_ONE_MACHINE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    # Checkpoints in a folder: without checksum files and without a process that changes the mode of each new file,
    # which measured 50 to 150 ms a batch on a busy machine.
    "spark.hadoop.fs.file.impl": "org.apache.hadoop.fs.RawLocalFileSystem",
    "spark.sql.streaming.checkpointFileManagerClass": (
        "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager"
    ),
}


def create_session(settings: SparkSettings, name: str) -> SparkSession:
    """Start a Spark driver in a Java process of its own; takes seconds. Raises if Java or the jars are missing."""
    builder = SparkSession.builder.appName(name).master(settings.master)
    for key, value in (_CONFIG | _of(settings) | extra(settings.conf)).items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    # Executors run our own interpreter; on a cluster it stands at the same place, or spark.pyspark.python says where.
    session.sparkContext.pythonExec = session.conf.get("spark.pyspark.python", sys.executable) or sys.executable
    return session


def extra(conf: str) -> dict[str, str]:
    """Spark settings from lines `key=value`, also separated by `;`. Raises ValueError."""
    lines = [line.strip() for line in conf.replace(";", "\n").splitlines()]
    pairs = [line.partition("=") for line in lines if line]
    for key, equals, _ in pairs:
        if not equals:
            raise ValueError(f"{key!r} is no setting of Spark's: expected key=value")
    return {key.strip(): value.strip() for key, _, value in pairs}


def _of(settings: SparkSettings) -> dict[str, str]:
    config = {"spark.driver.memory": settings.driver_memory}
    jars = sorted(str(jar) for jar in Path(settings.jars).glob("*.jar")) if settings.jars else []
    if jars:
        config["spark.jars"] = ",".join(jars)
    return config | _ON_ONE_MACHINE if settings.master.startswith(LOCAL) else config

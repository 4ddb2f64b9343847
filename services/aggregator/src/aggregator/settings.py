"""The environment of the aggregator's processes."""

import os
from dataclasses import dataclass

from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, env, load


@dataclass(frozen=True)
class WorkerSettings:
    """The Faust worker: room for histories in memory (bytes), and how long (ms) an answer stays in the store."""

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    histories_bytes: int = env("NACHKLANG_HISTORIES_BYTES", 256 * 1024 * 1024)
    answer_lifetime_ms: int = env("NACHKLANG_ANSWER_LIFETIME_MS", 600_000)


@dataclass(frozen=True)
class SparkSettings:
    """The Spark driver: its master (local[*], spark://, yarn, k8s://), the folder of the jars that pyspark lacks
    (empty: the image has them), its heap, and further settings of Spark's as `key=value`, on lines or between `;`."""

    master: str = env("NACHKLANG_SPARK_MASTER", "local[2]")
    jars: str = env("NACHKLANG_SPARK_JARS", "")
    driver_memory: str = env("NACHKLANG_SPARK_DRIVER_MEMORY", "480m")
    conf: str = env("NACHKLANG_SPARK_CONF", "")


@dataclass(frozen=True)
class JobSettings:
    """What every Spark job needs."""

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    spark: SparkSettings


@dataclass(frozen=True)
class StreamSettings:
    """The stream; `checkpoints` is a folder or an `hdfs://` address.

    Standings are computed every `standings_every_ms` at most; 0: never, where `python -m aggregator standings` does.
    """

    job: JobSettings
    ops: OpsSettings
    checkpoints: str = env("NACHKLANG_CHECKPOINTS")
    standings_every_ms: int = env("NACHKLANG_STANDINGS_EVERY_MS", 15 * 60_000)


@dataclass(frozen=True)
class BatchSettings:
    """A batch job, which ends by itself and so has no port."""

    job: JobSettings
    log_level: str = env("NACHKLANG_LOG_LEVEL", "INFO")


def worker_from_environment() -> WorkerSettings:
    """The settings of the worker. Raises SettingsError."""
    return load(WorkerSettings, os.environ)


def stream_from_environment() -> StreamSettings:
    """The settings of the stream. Raises SettingsError."""
    return load(StreamSettings, os.environ)


def batch_from_environment() -> BatchSettings:
    """The settings of a batch job. Raises SettingsError."""
    return load(BatchSettings, os.environ)

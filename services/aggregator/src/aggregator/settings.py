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


def worker_from_environment() -> WorkerSettings:
    """The settings of the worker. Raises SettingsError."""
    return load(WorkerSettings, os.environ)

"""The environment of the uploader."""

import os
from dataclasses import dataclass

from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, env, load


@dataclass(frozen=True)
class BoundsSettings:
    """What an upload may hold (`domain.archive.Bounds`); sizes in bytes after unpacking."""

    entries: int = env("NACHKLANG_UPLOAD_FILES", 2_000)
    total_bytes: int = env("NACHKLANG_UPLOAD_TOTAL_BYTES", 4 << 30)
    file_bytes: int = env("NACHKLANG_UPLOAD_FILE_BYTES", 2 << 30)
    ratio: int = env("NACHKLANG_UPLOAD_RATIO", 250)
    rows: int = env("NACHKLANG_UPLOAD_ROWS", 5_000_000)
    rejected: int = env("NACHKLANG_UPLOAD_REJECTED_ROWS", 100_000)


@dataclass(frozen=True)
class UploaderSettings:
    """Everything that the uploader reads from its environment.

    An import that waits for `lost_after_ms` to become durable, without any progress, is sent again, and at last given
    up.
    """

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    bounds: BoundsSettings
    lost_after_ms: int = env("NACHKLANG_UPLOAD_LOST_AFTER_MS", 600_000)


def from_environment() -> UploaderSettings:
    """The settings of this process. Raises SettingsError."""
    return load(UploaderSettings, os.environ)

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
class FeedSettings:
    """How often Spotify is asked for people's last plays (`domain.feed_pauses.Pauses`); times in ms."""

    first_ms: int = env("NACHKLANG_FEED_PAUSE_MS", 5 * 60_000)
    longest_ms: int = env("NACHKLANG_FEED_LONGEST_MS", 25 * 60_000)
    answer_ms: int = env("NACHKLANG_FEED_ANSWER_MS", 2 * 60_000)
    calls_a_day: int = env("NACHKLANG_FEED_CALLS_A_DAY", 500)


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
    feed: FeedSettings
    lost_after_ms: int = env("NACHKLANG_UPLOAD_LOST_AFTER_MS", 600_000)


def from_environment() -> UploaderSettings:
    """The settings of this process. Raises SettingsError."""
    return load(UploaderSettings, os.environ)

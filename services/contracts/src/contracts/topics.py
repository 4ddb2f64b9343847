"""The topics, read from `topics/<topic>.yaml`. Topics are created from these files, on a laptop and on Kubernetes."""

from enum import StrEnum
from functools import cache
from pathlib import Path

import msgspec
import yaml

TOPICS_FOLDER = Path(__file__).parents[2] / "topics"
DLQ_SUFFIX = "-dlq"


class Topic(StrEnum):
    """Every topic that a service names; a test holds this list and the files together."""

    UPLOAD_CHUNKS = "upload-chunks"
    UPLOAD_REQUESTS = "upload-requests"
    PLAYS = "plays"
    AGGREGATOR_LIVE_CHANGELOG = "aggregator-live-changelog"
    UPLOADS_STORED = "uploads-stored"
    HISTORY_CHANGES = "history-changes"
    LIVE_TOTALS = "live-totals"
    IMPORT_CHANGES = "import-changes"
    WRAPPED_REQUESTS = "wrapped-requests"
    PLAYS_REQUESTS = "plays-requests"
    PEOPLE_CHANGES = "people-changes"
    AUTH_REQUESTS = "auth-requests"
    FEED_REQUESTS = "feed-requests"
    RECENT_PLAYS = "recent-plays"
    AUDIT_EVENTS = "audit-events"
    GATEWAY_REPLIES = "gateway-replies"
    MEDIA_REQUESTS = "media-requests"
    MEDIA_CHANGES = "media-changes"
    SAMPLE_REQUESTS = "sample-requests"


class TopicSpec(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One topic. `messages` are schema names with version; `dlq` says whether `<topic>-dlq` exists.

    `config` is Kafka's own topic configuration, as strings.
    """

    topic: str
    description: str
    owner: str
    producers: tuple[str, ...]
    consumers: tuple[str, ...]
    key: str
    partitions: int
    messages: tuple[str, ...]
    dlq: bool
    config: dict[str, str]

    @property
    def dlq_name(self) -> str:
        """The name of the topic's dead-letter queue."""
        return self.topic + DLQ_SUFFIX


@cache
def load_topics() -> dict[str, TopicSpec]:
    """All topics by name, from the folder beside this package."""
    files = sorted(TOPICS_FOLDER.glob("*.yaml"))
    specs = [msgspec.convert(yaml.safe_load(file.read_text()), TopicSpec) for file in files]
    return {spec.topic: spec for spec in specs}

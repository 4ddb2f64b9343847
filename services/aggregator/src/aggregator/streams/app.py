"""The Faust application: where it listens and how it behaves. Facts behind each setting: docs of faust-streaming."""

from typing import Any

import faust
from faust.transport.utils import DefaultSchedulingStrategy

from chassis.kafka import MECHANISM
from chassis.ops import Heartbeat
from chassis.settings import KafkaSettings
from contracts.topics import Topic, load_topics

APP_ID = "aggregator"
"""Also the consumer group, and the beginning of the changelog's name: `aggregator-live-changelog`."""

TABLE = "live"


def create_app(settings: KafkaSettings, heartbeat: Heartbeat) -> faust.App:
    """An app without agents. Topics exist already: they are created from the contract, never by Faust."""
    return faust.App(
        APP_ID,
        broker=[f"kafka://{address}" for address in settings.addresses.split(",")],
        broker_credentials=_credentials(settings),
        store="memory://",
        key_serializer="raw",
        value_serializer="json",  # of the table; topics are read as bytes
        broker_session_timeout=6.0,  # a killed process blocks its partitions as long as this
        broker_heartbeat_interval=2.0,
        broker_commit_interval=1.0,
        consumer_auto_offset_reset="earliest",
        producer_acks=-1,
        producer_linger=0.1,  # only the changelog goes this way: many records at a time, flushed before a commit
        stream_wait_empty=False,  # else a rebalance or a SIGTERM can wait without end
        topic_disable_leader=True,
        topic_allow_declare=False,
        topic_partitions=load_topics()[Topic.PLAYS].partitions,
        table_standby_replicas=0,
        web_enabled=False,
        web_tables_enabled=False,
        ConsumerScheduler=_beating(heartbeat),
    )


def _credentials(settings: KafkaSettings) -> faust.SASLCredentials | None:
    if not settings.user:
        return None
    return faust.SASLCredentials(username=settings.user, password=settings.password.reveal(), mechanism=MECHANISM)


def bytes_of(app: faust.App, topic: Topic) -> Any:
    """The topic with keys and values as they are: the contract's codec reads them, inside the handler's guard."""
    return app.topic(topic, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")


def _beating(heartbeat: Heartbeat) -> type[DefaultSchedulingStrategy]:
    """Liveness is the age of the last poll: Faust asks its scheduler for the order of records after each."""

    class BeatingScheduler(DefaultSchedulingStrategy):
        def iterate(self, records: Any) -> Any:
            heartbeat.beat()
            return super().iterate(records)

    return BeatingScheduler

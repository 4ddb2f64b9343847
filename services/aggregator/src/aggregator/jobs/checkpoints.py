"""Where the stream keeps how far it has read: in a folder or on HDFS, one place per life of the topic."""

import logging
from typing import Any

from pyspark.sql import SparkSession

from chassis.kafka import Brokers, java_connection

_LOG = logging.getLogger(__name__)

VERSION = "plays-v2"
"""Part of the path: another way of reading the topic takes another version, and so starts from the beginning."""


def location(spark: SparkSession, root: str, brokers: Brokers, topic: str) -> str:
    """The checkpoint of the topic as it is now: one that was made anew has another id, and is read from its start.

    Offsets alone would not tell: a new topic may soon have more records than the old one had.
    """
    java: Any = spark._jvm
    properties = java.java.util.Properties()
    for key, value in java_connection(brokers).items():
        properties.put(key, value)
    admin = java.org.apache.kafka.clients.admin.Admin.create(properties)
    try:
        topics = java.java.util.Collections.singletonList(topic)
        topic_id = admin.describeTopics(topics).allTopicNames().get().get(topic).topicId().toString()
    finally:
        admin.close()
    return f"{root.rstrip('/')}/{VERSION}/{topic_id}"


def forget(spark: SparkSession, path: str) -> None:
    """Remove the checkpoint, so that everything that the topic still holds is read once more."""
    java: Any = spark._jvm
    folder = java.org.apache.hadoop.fs.Path(path)
    folder.getFileSystem(spark._jsc.hadoopConfiguration()).delete(folder, True)
    _LOG.warning("checkpoint removed", extra={"path": path})

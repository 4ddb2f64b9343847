"""What all clients of Kafka's share: how they connect, and which of their errors are faults of the world."""

from typing import Any

from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError

from chassis.errors import Retryable
from chassis.settings import KafkaSettings

Brokers = str | KafkaSettings
"""Where the brokers are and as whom to connect; mere addresses are of brokers that ask nobody's name."""

PROTOCOL = "SASL_PLAINTEXT"
MECHANISM = "SCRAM-SHA-512"
_JAAS = 'org.apache.kafka.common.security.scram.ScramLoginModule required username="{}" password="{}";'


def connection(brokers: Brokers) -> dict[str, Any]:
    """How a client of aiokafka's connects, as keyword arguments."""
    if isinstance(brokers, str) or not brokers.user:
        return {"bootstrap_servers": addresses(brokers)}
    return {
        "bootstrap_servers": brokers.addresses,
        "security_protocol": PROTOCOL,
        "sasl_mechanism": MECHANISM,
        "sasl_plain_username": brokers.user,
        "sasl_plain_password": brokers.password.reveal(),
    }


def java_connection(brokers: Brokers) -> dict[str, str]:
    """The same as properties of a Java client. They hold the password: never log them."""
    if isinstance(brokers, str) or not brokers.user:
        return {"bootstrap.servers": addresses(brokers)}
    return {
        "bootstrap.servers": brokers.addresses,
        "security.protocol": PROTOCOL,
        "sasl.mechanism": MECHANISM,
        "sasl.jaas.config": _JAAS.format(_quoted(brokers.user), _quoted(brokers.password.reveal())),
    }


def addresses(brokers: Brokers) -> str:
    """`host:port`, several with commas."""
    return brokers if isinstance(brokers, str) else brokers.addresses


def translated(error: KafkaError) -> Exception:
    """`error` as Retryable where a later try can mend it, else itself."""
    world = getattr(error, "retriable", False) or isinstance(error, (KafkaConnectionError, KafkaTimeoutError))
    return Retryable(f"Kafka: {error!r}") if world else error


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')

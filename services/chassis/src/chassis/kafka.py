"""What producing and consuming share: which of the client's errors are faults of the world."""

from aiokafka.errors import KafkaConnectionError, KafkaError, KafkaTimeoutError

from chassis.errors import Retryable


def translated(error: KafkaError) -> Exception:
    """`error` as Retryable where a later try can mend it, else itself."""
    world = getattr(error, "retriable", False) or isinstance(error, (KafkaConnectionError, KafkaTimeoutError))
    return Retryable(f"Kafka: {error!r}") if world else error

"""What the gateway does when asked over HTTP or told over Kafka."""

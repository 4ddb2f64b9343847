"""The world: MariaDB and Kafka behind the ports."""

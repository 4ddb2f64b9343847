"""The world as the gateway sees it: Redis, MariaDB, Kafka's chunks."""

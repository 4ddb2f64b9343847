"""The ports on Kafka and MariaDB."""

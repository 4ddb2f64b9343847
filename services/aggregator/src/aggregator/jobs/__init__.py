"""Spark: plays from Kafka into the serving store, as a stream and in batch. Nothing here reads the environment."""

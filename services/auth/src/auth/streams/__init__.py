"""Kafka: requests in, replies out."""

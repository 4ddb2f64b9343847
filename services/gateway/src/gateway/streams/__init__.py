"""What the gateway follows on Kafka; every gateway follows all of it."""

"""What the aggregator does with each message; the world behind ports."""

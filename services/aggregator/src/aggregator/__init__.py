"""Live totals, durable plays and the answers to questions."""

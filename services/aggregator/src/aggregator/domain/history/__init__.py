"""A history in memory: what every answer is computed from."""

"""Every part of a wrapped: one statistic, one file."""

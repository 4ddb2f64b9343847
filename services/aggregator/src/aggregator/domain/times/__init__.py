"""When: days, months and windows in a person's zone."""

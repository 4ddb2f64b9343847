"""Plays as they are kept: one row for each identity, by person and year."""

"""The built page in a real browser whose processor is slowed down: what is done to it, and what is read from it."""

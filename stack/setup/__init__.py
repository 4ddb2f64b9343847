"""Brings a machine and a clone to where `make run` works. Standard library only: it makes the rest's environment."""

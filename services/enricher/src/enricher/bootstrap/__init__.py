"""Wires the enricher: the only place that names adapters."""

from enricher.bootstrap.service import MIGRATIONS, main

__all__ = ["MIGRATIONS", "main"]

"""Wires the enricher: the only place that names adapters."""

from enricher.bootstrap.service import GROUP, MIGRATIONS, main, prepare

__all__ = ["GROUP", "MIGRATIONS", "main", "prepare"]

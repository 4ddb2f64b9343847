"""Puts the gateway together: the one place that names adapters."""

from gateway.bootstrap.serving import Gateway, serve

__all__ = ["Gateway", "serve"]

"""Faust, kept thin: agents that decode and call a handler."""

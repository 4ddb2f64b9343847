"""Spotify OAuth, people, sessions and tokens."""

"""Covers, artist pictures and samples, within the quota of Spotify."""

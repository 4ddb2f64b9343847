"""Limits that two services must keep alike."""

RECEIVE_WITHIN_MS = 50 * 60_000
"""The gateway takes so long for one upload at most."""

ABANDONED_AFTER_MS = 60 * 60_000
"""Chunks older than this without a request to read them belong to an upload that was given up.

Longer than `RECEIVE_WITHIN_MS`, so that nobody's upload is deleted while it comes in.
"""

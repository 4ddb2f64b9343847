"""How long Spotify's limits are waited for."""

import pytest

from auth.adapters.spotify_http import _wait_s


@pytest.mark.parametrize(
    ("retry_after", "body", "seconds"),
    [
        ("7", b"", 7),
        ("86207", b"", 86_207),
        ("", b"Too many requests", 30),
        ("", b'{"error":{"status":429,"reason":"QUOTA_EXCEEDED"}}', 3_600),
        ("Wed, 21 Oct 2026 07:28:00 GMT", b"", 30),
        ("-5", b"", 30),
        ("9" * 10, b"", 30),
        ("9" * 5_000, b"", 30),
    ],
)
def test_only_seconds_that_can_be_are_believed(retry_after: str, body: bytes, seconds: int) -> None:
    assert _wait_s(retry_after, body) == seconds

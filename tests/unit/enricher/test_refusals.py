"""What Spotify's refusals ask of us."""

import pytest

from enricher.domain.refusals import Refusal, refusal_of, refusal_of_token

QUOTA = b'{"error":{"status":429,"message":"Too many requests","reason":"QUOTA_EXCEEDED"}}'


@pytest.mark.parametrize(
    ("status", "retry_after", "body", "what", "seconds", "everything"),
    [
        (404, "", b'{"error":{"status":404,"message":"Resource not found"}}', "missing", None, False),
        (400, "", b'{"error":{"status":400,"message":"Invalid base62 id"}}', "missing", None, False),
        (400, "", b'{"error":{"status":400,"message":"Invalid limit"}}', "fault", None, False),
        (400, "", b'{"error":"invalid_client","error_description":"Invalid client id"}', "fault", None, False),
        (404, "", b"", "missing", None, False),
        (404, "", b"<html><h1>404 Not Found</h1>nginx</html>", "fault", None, False),
        (404, "", b'{"error":{"status":404,"message":"Service not found"}}', "fault", None, False),
        (302, "", b"", "fault", None, False),
        (503, "17", b"", "fault", 17, False),
        (429, "\u00b2", b"", "slow down", None, True),
        (429, "9" * 40, b"", "lock-out", 315_360_000, True),
        (401, "", b"", "renew the token", None, False),
        (403, "", b'{"error":{"status":403,"message":"Forbidden"}}', "forbidden", 3_600, False),
        (403, "", b"Active premium subscription required", "forbidden", 3_600, True),
        (429, "7", b"Too many requests", "slow down", 7, True),
        (429, "60", b"Too many requests", "slow down", 60, True),
        (429, "61", b"Too many requests", "lock-out", 61, True),
        (429, "", b"Too many requests", "slow down", None, True),
        (429, "86207", QUOTA, "lock-out", 86_207, False),
        (429, "1", QUOTA, "lock-out", 1, False),
        (429, "soon", b"", "slow down", None, True),
        (503, "", b"<html>\xff</html>", "fault", None, False),
    ],
)
def test_each_has_its_consequence(
    status: int, retry_after: str, body: bytes, what: str, seconds: int | None, everything: bool
) -> None:
    refusal = refusal_of(status, retry_after, body)
    assert refusal
    assert (refusal.what, refusal.seconds, refusal.everything) == (what, seconds, everything)


def test_an_answer_is_no_refusal() -> None:
    assert refusal_of(200, "", b"{}") is None


@pytest.mark.parametrize("status", [400, 401, 403, 404])
def test_what_refuses_credentials_says_nothing_about_things(status: int) -> None:
    refusal = refusal_of_token(status, "", b'{"error":"invalid_client","error_description":"Invalid client id"}')
    assert refusal
    assert (refusal.what, refusal.everything) == ("lock-out", True)


def test_the_accounts_server_may_be_down_or_busy_too() -> None:
    assert refusal_of_token(503, "", b"") == Refusal("fault", reason="503")
    assert refusal_of_token(429, "5", b"") == Refusal("slow down", 5, everything=True)

"""A made-up account in the shapes of the public interface: sign-ins, invitations, the live feed, public pages."""

from __future__ import annotations

from tests.browser.made_up_parts import Json

LOCAL: Json = {"login": "mara", "admin": True}
"""What an account with a password that may invite others has beside the rest of `/api/v1/me`."""

NOT_CONNECTED: Json = {"connected": False, "until": None, "reconnect": False}
EXPIRED: Json = {"connected": False, "until": None, "reconnect": True}


def _session(number: int, device: str | None, way: str, seen: str, current: bool = False) -> Json:
    return {
        "id": f"{number:032x}",
        "created_at": f"2026-11-{number:02d}T09:12:00Z",
        "last_seen_at": seen,
        "expires_at": "2027-02-01T09:12:00Z",
        "way": way,
        "device": device,
        "current": current,
    }


SESSIONS = [
    _session(22, "Firefox on Linux", "spotify", "2026-11-23T19:18:00Z", current=True),
    _session(9, "Safari on iPhone", "password", "2026-11-20T06:41:00Z"),
    _session(3, None, "invitation", "2026-11-04T12:00:00Z"),
]

INVITATIONS = [
    {
        "id": "a" * 32,
        "created_at": "2026-11-22T10:00:00Z",
        "expires_at": "2026-11-29T10:00:00Z",
        "admin": False,
    },
    {
        "id": "b" * 32,
        "created_at": "2026-11-23T10:00:00Z",
        "expires_at": "2026-11-30T10:00:00Z",
        "admin": True,
    },
]
NEW_INVITATION: Json = {
    **INVITATIONS[0],
    "id": "c" * 32,
    "url": "http://127.0.0.1:8080/join/#made-up-secret-0123456789abcdef",
}

GAPS = [
    {"from": "2026-10-31T16:04:00Z", "to": "2026-11-01T08:12:00Z"},
    {"from": "2024-05-03T20:00:00Z", "to": "2024-05-04T09:30:00Z"},
]


def feed(state: str) -> Json:
    """The live feed: `full` is one that runs and knows of two gaps, `empty` one without a gap."""
    kind = {"full": "active", "empty": "active"}.get(state, state)
    return {
        "state": kind,
        "last_read_at": None if kind == "off" else "2026-11-23T19:11:00Z",
        "resumes_at": "2026-11-23T20:05:00Z" if kind == "blocked" else None,
        "gaps": GAPS if state == "full" else [],
    }


def share(number: int, day_from: str | None, day_to: str | None) -> Json:
    """A public page of a window; without days, of everything."""
    share_id = f"{number:032x}"
    return {
        "id": share_id,
        "url": f"http://127.0.0.1:8080/s/{share_id}",
        "created_at": "2026-11-02T18:30:00Z",
        "from": day_from,
        "to": day_to,
    }


SHARES = [share(1, "2026-06-01", "2026-08-31"), share(2, "2017-03-09", "2026-11-02")]

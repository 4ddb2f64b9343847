"""What else lies in the zips of Spotify: none of it is a listening history, all of it must be ignored.

The values are marked, so that a test can look for them in every store and log afterwards.
"""

import json

from tests.harness.histories.files import File

SECRET = "made-up-secret"  # stands in every file below that holds personal data


def extended_extras() -> list[File]:
    """Beside an extended history lies only the read-me."""
    return [("ReadMeFirst_ExtendedStreamingHistory.pdf", _pdf())]


def account_extras() -> list[File]:
    """Beside an account history: profile, payments, searches, Spotify's own reports."""
    return [("Read_Me_First.pdf", _pdf()), *((name, _json(content)) for name, content in _CONTENTS.items())]


def macosx_twin(name: str) -> File:
    """The resource fork that macOS adds for a file when it packs a folder."""
    folder, _, base = name.rpartition("/")
    inside = f"{folder}/" if folder else ""
    return f"__MACOSX/{inside}._{base}", b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + b"\x00" * 96


_CONTENTS: dict[str, object] = {
    "Userdata.json": {"username": SECRET, "email": f"{SECRET}@example.invalid", "birthdate": "1990-01-01"},
    "Identity.json": {"displayName": SECRET, "firstName": SECRET, "tasteMaker": False, "verified": False},
    "Identifiers.json": {"identifierType": "email", "identifierValue": f"{SECRET}@example.invalid"},
    "Payments.json": {"payment_method": SECRET, "creation_date": "2019-04-01"},
    "Follow.json": {"userIsFollowing": [SECRET], "userIsFollowedBy": []},
    "Inferences.json": {"inferences": [f"1P_Custom_{SECRET}"]},
    "SearchQueries.json": [
        {"platform": "ANDROID", "searchTime": "2026-01-02T09:10:11.123Z[UTC]", "searchQuery": SECRET}
    ],
    "Marquee.json": [{"artistName": "Amber Harbour", "segment": "Super listeners"}],
    "Playlist1.json": {"playlists": [{"name": SECRET, "items": []}]},
    "YourLibrary.json": {"tracks": [{"artist": "Low Foxes", "album": "Snow", "track": "Snow"}], "albums": []},
    "Wrapped2025.json": {"totalMsListened": 1, "topTracks": [{"trackUri": "x", "count": 1, "msPlayed": 1}]},
    "YourSoundCapsule.json": {"stats": [{"date": "2026-01-05", "streamCount": 3, "secondsPlayed": 540}]},
}


def _json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=2).encode()


def _pdf() -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%%EOF\n"

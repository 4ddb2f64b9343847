"""Rows of media: what is known, what waits, and where each sample plays."""

from typing import Any

import pytest

from gateway.adapters.rows import MEDIA_COLUMNS, media_of
from gateway.domain.media import Media, Preview

KEY = "0123456789abcdef0123456789abcdef"


def row(**columns: Any) -> list[Any]:
    """A row by MEDIA_COLUMNS; what is not given is NULL."""
    given = {"media_key": KEY, "state": "found", "expires_at": 7} | columns
    names = MEDIA_COLUMNS.split(", ")
    assert set(given) <= set(names)
    return [given.get(name) for name in names]


@pytest.mark.parametrize(
    ("columns", "preview"),
    [
        (
            {"preview_kind": "embed", "preview_url": "https://open.spotify.com/embed/1", "preview_source": "spotify"},
            Preview(kind="embed", url="https://open.spotify.com/embed/1", source="spotify", link=None),
        ),
        (
            {
                "preview_kind": "audio",
                "preview_source": "deezer",
                "preview_id": "3135556",
                "preview_link": "https://www.deezer.com/track/3135556",
            },
            Preview(
                kind="audio",
                url=f"/api/v1/samples/{KEY}",
                source="deezer",
                link="https://www.deezer.com/track/3135556",
            ),
        ),
        (
            {
                "preview_kind": "audio",
                "preview_url": "https://audio-ssl.itunes.apple.com/1",
                "preview_source": "itunes",
                "preview_link": "https://music.apple.com/1",
                "preview_id": "1",
            },
            Preview(
                kind="audio",
                url="https://audio-ssl.itunes.apple.com/1",
                source="itunes",
                link="https://music.apple.com/1",
            ),
        ),
        ({"preview_kind": "audio", "preview_source": "deezer"}, None),
        ({}, None),
    ],
)
def test_a_sample_without_a_lasting_address_plays_at_ours(columns: dict[str, Any], preview: Preview | None) -> None:
    assert media_of(row(**columns)).preview == preview


def test_states() -> None:
    assert media_of(row(spotify_id="1")) == Media(7)
    assert media_of(row(state="waiting")) == Media(7, waiting=True)
    assert media_of(row(state="missing")) == Media(7, missing=True)
    assert media_of(row(state="missing", spotify_id="1")) == Media(7, missing=True, missing_id="1")

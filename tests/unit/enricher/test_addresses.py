"""Where browsers may be sent."""

import pytest
from msgspec import structs

from enricher.domain.addresses import vetted
from enricher.domain.media import Preview
from tests.unit.enricher.stand_ins import MEDIA

OPEN = "https://open.spotify.com"
DOUBLE = "http://127.0.0.1:9000"


@pytest.mark.parametrize(
    ("address", "open_url"),
    [
        ("https://i.scdn.co/image/ab67616d", OPEN),
        ("https://image-cdn-fa.spotifycdn.com/image/x", OPEN),
        ("https://open.spotify.com/track/x", DOUBLE),
        ("http://127.0.0.1:9000/image/x", DOUBLE),
    ],
)
def test_what_leads_to_spotify_stays(address: str, open_url: str) -> None:
    preview = Preview(kind="audio", url=address, link=address)
    media = structs.replace(MEDIA, image_url=address, row_image_url=address, link=address, preview=preview)
    assert vetted(media, open_url) == media


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://i.scdn.co/image/x",
        "https://scdn.co.example/x",
        "https://evilscdn.co/x",
        "https://i.scdn.co@evil.example/x",
        "https://user@i.scdn.co/x",
        "http://127.0.0.1:9001/x",
        "//i.scdn.co/x",
        "https://[x",
        "https://i.scdn.co/a\nb",
        "",
    ],
)
def test_what_leads_elsewhere_does_not(address: str) -> None:
    preview = Preview(kind="audio", url=address, link=address)
    media = vetted(
        structs.replace(MEDIA, image_url=address, row_image_url=address, link=address, preview=preview), DOUBLE
    )
    assert (media.image_url, media.row_image_url, media.link, media.preview) == (None, None, None, None)


def test_samples_of_other_sources_are_vetted_where_they_are_found() -> None:
    preview = Preview(kind="audio", url="https://audio-ssl.itunes.apple.com/x.m4a", source="itunes")
    assert vetted(structs.replace(MEDIA, preview=preview), OPEN).preview == preview

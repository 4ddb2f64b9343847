"""What pictures and samples look like in each position of the double's switches that touches them."""

import pytest

from contracts.messages.media import MediaItem
from enricher.adapters.spotify.catalogue import PREVIEWS
from tests.integration.enricher.conftest import UNLIMITED, MakeRoom, Room, item

TRACK = "4uLU6hMCjMI75M1A2tKUQC"
BY_NAME = item("track", "Halle Sieben", "Ein Zimmer voller Mai")
ARTIST = item("artist", "Halle Sieben")
BY_ID = item("track", "x", "y", TRACK)


@pytest.mark.parametrize("asked", [BY_ID, BY_NAME, ARTIST], ids=["by id", "by name", "artist"])
@pytest.mark.parametrize(
    "position",
    [
        {"mode": "D"},
        {"mode": "E"},
        {"mode": "E", "total_lies": True},
        {"total_lies": True, "null_playlist_items": True},
        {"null_items": True},
        {"wrong_versions": True},
        {"null_items": True, "wrong_versions": True, "total_lies": True},
        {"latency_ms": 20},
    ],
    ids=str,
)
async def test_media_are_the_same_whatever_else_spotify_says(
    make_room: MakeRoom, position: dict[str, object], asked: MediaItem
) -> None:
    expected = await make_room(UNLIMITED).catalogue.find(asked)
    assert expected
    assert expected.image_url
    fresh = make_room(UNLIMITED)  # remembers nothing
    await fresh.switch(**position)
    assert await fresh.catalogue.find(asked) == expected


@pytest.mark.parametrize(
    ("position", "asked"),
    [({"artists_without_images": True}, ARTIST), ({"albums_without_images": True}, BY_ID)],
    ids=str,
)
async def test_what_has_no_picture_is_known_all_the_same(
    room: Room, position: dict[str, bool], asked: MediaItem
) -> None:
    await room.switch(**position)
    media = await room.catalogue.find(asked)
    assert media
    assert media.image_url is None
    assert media.link
    assert (media.preview is not None) == (asked.kind == "track")


@pytest.mark.parametrize(
    "position",
    [{"preview_url": "null"}, {"preview_url": "absent"}, {"preview_url": "absent", "mode": "E"}, {"mode": "E"}],
    ids=str,
)
async def test_without_a_preview_the_embed_plays(room: Room, position: dict[str, str]) -> None:
    await room.switch(**position)
    media = await room.catalogue.find(BY_ID)
    assert media
    assert media.preview
    assert (media.preview.kind, media.preview.url) == ("embed", f"{room.address}/embed/track/{TRACK}")
    absent = position.get("preview_url") == "absent"
    assert room.abilities.known.get(PREVIEWS) is (False if absent else None), "null is said of this track only"


@pytest.mark.parametrize("position", ["502", "503", "html"])
async def test_covers_need_no_web_api(room: Room, position: str) -> None:
    await room.switch(api_outage=position)
    media = await room.catalogue.find(BY_ID)
    assert media
    assert media.image_width == 300


@pytest.mark.parametrize("position", ["502", "503", "html"])
async def test_covers_need_no_oembed(room: Room, position: str) -> None:
    room.abilities.known[PREVIEWS] = False
    await room.switch(oembed_outage=position)
    media = await room.catalogue.find(BY_ID)
    assert media
    assert media.image_width == 640

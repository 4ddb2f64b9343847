"""What pictures and samples look like in each position of the double's switches that touches them."""

import pytest

from contracts.messages.media import MediaItem
from enricher.ports import CatalogueBlocked
from tests.integration.enricher.conftest import NOW, Room, item

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
    ],
    ids=str,
)
async def test_media_are_the_same_whatever_else_spotify_says(
    room: Room, position: dict[str, object], asked: MediaItem
) -> None:
    expected = await room.catalogue.find(asked)
    assert expected
    assert expected.image_url
    await room.switch(**position)
    fresh = Room(room.session, room.address)  # remembers no track
    assert await fresh.catalogue.find(asked) == expected


async def test_an_artist_without_images_is_known_and_has_no_picture(room: Room) -> None:
    await room.switch(artists_without_images=True)
    media = await room.catalogue.find(ARTIST)
    assert media
    assert media.image_url is None
    assert media.link


@pytest.mark.parametrize(
    "position",
    [{"preview_url": "null"}, {"preview_url": "absent"}, {"preview_url": "absent", "mode": "E"}],
    ids=str,
)
async def test_without_a_preview_the_embed_plays(room: Room, position: dict[str, str]) -> None:
    await room.switch(**position)
    media = await room.catalogue.find(BY_ID)
    assert media
    assert (media.preview_kind, media.preview_url) == ("embed", f"{room.address}/embed/track/{TRACK}")


@pytest.mark.parametrize("body", ["text", "json"])
async def test_a_limit_is_waited_for_however_it_is_worded(room: Room, body: str) -> None:
    await room.switch(rate_limit=1, rate_limit_body=body)
    assert await room.catalogue.find(BY_ID)
    assert await room.catalogue.find(item("track", "x", "y", TRACK[::-1]))
    assert room.now > NOW
    assert (await room.calls())["api tracks"] == 3, "asked once too early, told how long, and asked once more"


@pytest.mark.parametrize("family", ["search", "tracks"])
async def test_a_quota_of_one_family_leaves_the_others(room: Room, family: str) -> None:
    await room.switch(quota={family: 0})
    for asked, of_family in ((BY_NAME, "search"), (BY_ID, "tracks")):
        if of_family == family:
            with pytest.raises(CatalogueBlocked):
                await room.catalogue.find(asked)
        else:
            assert await room.catalogue.find(asked)

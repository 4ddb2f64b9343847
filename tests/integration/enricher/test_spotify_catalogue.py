"""The catalogue against the strict double: by id, by search, and every way in which Spotify refuses."""

import pytest

from chassis.errors import Retryable
from enricher.ports import CatalogueBlocked
from tests.integration.enricher.conftest import NOW, Room, item

TRACK = "4uLU6hMCjMI75M1A2tKUQC"
UNKNOWN_TRACK = "00LU6hMCjMI75M1A2tKUQC"


async def test_a_track_by_id_has_cover_sample_and_link(room: Room) -> None:
    media = await room.catalogue.find(item("track", "whoever", "whatever", TRACK))
    assert media
    assert media.image_width == 640
    assert media.preview_url == f"{room.address}/embed/track/{TRACK}"
    assert media.link


async def test_the_preview_is_taken_where_spotify_sends_one(room: Room) -> None:
    await room.switch(preview_url="present")
    media = await room.catalogue.find(item("track", "whoever", "whatever", TRACK))
    assert media
    assert media.preview_kind == "audio"


async def test_an_unknown_id_has_no_media(room: Room) -> None:
    assert await room.catalogue.find(item("track", "x", "y", UNKNOWN_TRACK)) is None


async def test_one_track_call_serves_cover_album_and_artist(room: Room) -> None:
    await room.catalogue.find(item("track", "x", "y", TRACK))
    await room.catalogue.find(item("album", "x", "z", TRACK))
    await room.catalogue.find(item("artist", "x", None, TRACK))
    assert (await room.calls())["api tracks"] == 1


async def test_names_without_ids_are_searched_and_must_be_equal(room: Room) -> None:
    media = await room.catalogue.find(item("track", "Halle Sieben", "Ein Zimmer voller Mai"))
    artist = await room.catalogue.find(item("artist", "Halle Sieben"))
    assert media
    assert media.image_url
    assert artist
    assert artist.image_url


async def test_what_search_does_not_find_is_missing(room: Room) -> None:
    await room.switch(unfindable=["Halle Sieben"])
    assert await room.catalogue.find(item("artist", "Halle Sieben")) is None


async def test_a_short_limit_is_waited_for(room: Room) -> None:
    await room.switch(rate_limit=1)
    await room.catalogue.find(item("track", "x", "y", TRACK))
    assert await room.catalogue.find(item("track", "x", "y", TRACK[::-1]))
    assert room.now > NOW


async def test_a_quota_lock_out_is_remembered_and_nothing_is_called_before_its_end(room: Room) -> None:
    await room.switch(quota={"tracks": 0})
    with pytest.raises(CatalogueBlocked):
        await room.catalogue.find(item("track", "x", "y", TRACK))
    calls = await room.calls()
    with pytest.raises(CatalogueBlocked) as blocked:
        await room.catalogue.find(item("track", "x", "y", TRACK))
    assert await room.calls() == calls
    assert blocked.value.until_ms > NOW + 3_600_000


async def test_an_id_that_can_be_none_has_no_media(room: Room) -> None:
    for sample_id in ("no-id", "../me?x=", "é" * 22):
        assert await room.catalogue.find(item("track", "x", "y", sample_id)) is None
        assert await room.catalogue.find(item("show", "x", None, sample_id)) is None


@pytest.mark.parametrize("switches", [{"api_outage": "503"}, {"api_outage": "html"}, {"accounts_outage": "html"}])
async def test_an_outage_is_no_answer(room: Room, switches: dict[str, str]) -> None:
    await room.switch(**switches)
    with pytest.raises(Retryable):
        await room.catalogue.find(item("track", "x", "y", TRACK))


async def test_a_token_that_ended_is_renewed(room: Room) -> None:
    await room.catalogue.find(item("track", "x", "y", TRACK))
    await room.switch(clock_offset_ms=3_700_000)
    assert await room.catalogue.find(item("track", "x", "y", TRACK[::-1]))

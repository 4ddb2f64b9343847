"""The catalogue against the strict double: by id, by search, by oEmbed, and how few calls it takes."""

import asyncio

import pytest

from chassis.errors import Retryable
from enricher.adapters.spotify.catalogue import PREVIEWS
from enricher.ports import CatalogueBlocked, NeedsApplication
from tests.integration.enricher.conftest import NOW, SINGLY, Room, artist_of, item

TRACK = "4uLU6hMCjMI75M1A2tKUQC"
UNKNOWN_TRACK = "00LU6hMCjMI75M1A2tKUQC"
EPISODE = "1Nachklang0000000000e1"


async def test_a_track_by_id_has_cover_sample_and_link(room: Room) -> None:
    media = await room.catalogue.find(item("track", "whoever", "whatever", TRACK))
    assert media
    assert media.image_width == 640
    assert media.preview
    assert media.preview.url == f"{room.address}/embed/track/{TRACK}"
    assert media.link


async def test_the_preview_is_taken_where_spotify_sends_one(room: Room) -> None:
    await room.switch(preview_url="present")
    for track in (TRACK, TRACK[::-1]):
        media = await room.catalogue.find(item("track", "whoever", "whatever", track))
        assert media
        assert media.preview
        assert (media.preview.kind, media.preview.source) == ("audio", "spotify")
    assert await room.calls("oembed") == 0


async def test_where_spotify_sends_no_previews_oembed_suffices_for_covers(room: Room) -> None:
    room.abilities.known[PREVIEWS] = False
    track = await room.catalogue.find(item("track", "whoever", "whatever", TRACK))
    album = await room.catalogue.find(item("album", "whoever", "whatever", TRACK[::-1]))
    assert track
    assert album
    assert (track.image_width, track.link) == (300, f"{room.address}/track/{TRACK}")
    assert (album.image_width, album.preview) == (300, None)
    assert (await room.calls("tracks"), await room.calls("oembed")) == (0, 2)


async def test_what_was_answered_for_an_artist_needs_no_oembed(room: Room) -> None:
    room.abilities.known |= SINGLY | {PREVIEWS: False}
    await room.catalogue.find(artist_of(TRACK))
    media = await room.catalogue.find(item("track", "x", "y", TRACK))
    assert media
    assert media.image_width == 640
    assert (await room.calls("tracks"), await room.calls("oembed")) == (1, 1), "oEmbed for the artist only"


@pytest.mark.parametrize(
    "switches", [{"oembed_outage": "503"}, {"oembed_outage": "html"}, {"oembed_limit": 0}], ids=str
)
async def test_without_oembed_the_application_is_asked(room: Room, switches: dict[str, object]) -> None:
    room.abilities.known[PREVIEWS] = False
    await room.switch(**switches)
    track = await room.catalogue.find(item("track", "x", "y", TRACK))
    album = await room.catalogue.find(item("album", "x", "z", TRACK[::-1]))
    assert track
    assert album
    assert track.image_width == album.image_width == 640


async def test_an_unknown_id_has_no_media(room: Room) -> None:
    assert await room.catalogue.find(item("track", "x", "y", UNKNOWN_TRACK)) is None
    room.abilities.known[PREVIEWS] = False
    assert await room.catalogue.find(item("track", "x", "y", UNKNOWN_TRACK[:-1] + "x")) is None


async def test_an_id_that_can_be_none_costs_no_call(room: Room) -> None:
    for sample_id in ("no-id", "../me?x=", "é" * 22):
        assert await room.catalogue.find(item("track", "x", "y", sample_id)) is None
        assert await room.catalogue.find(item("album", "x", "y", sample_id)) is None
        assert await room.catalogue.find(item("show", "x", None, sample_id)) is None
    assert await room.calls("tracks") == await room.calls("episodes") == 0


async def test_one_track_call_serves_cover_album_and_artist(room: Room) -> None:
    room.abilities.known |= SINGLY
    await room.catalogue.find(item("track", "x", "y", TRACK))
    await room.catalogue.find(item("album", "x", "z", TRACK))
    await room.catalogue.find(artist_of(TRACK))
    assert await room.calls("tracks") == 1


async def test_those_who_ask_at_once_are_asked_for_once(room: Room) -> None:
    room.abilities.known |= SINGLY
    asked = [item("track", "x", "y", TRACK), artist_of(TRACK), item("track", "x", "other", TRACK)]
    await asyncio.gather(*(room.catalogue.find(one) for one in asked * 5))
    assert (await room.calls("tracks"), await room.calls("oembed")) == (1, 1)


async def test_a_song_and_its_album_cost_one_oembed(room: Room) -> None:
    room.abilities.known[PREVIEWS] = False
    asked = [item("track", "x", "y", TRACK), item("album", "x", "z", TRACK)]
    await asyncio.gather(*(room.catalogue.find(one) for one in asked))
    await room.made().find(asked[1])
    assert await room.calls("oembed") == 1


async def test_pictures_of_artists_come_by_oembed_where_batches_are_forbidden(room: Room) -> None:
    room.abilities.known["several artists"] = False
    media = await room.catalogue.find(artist_of(TRACK))
    assert media
    assert media.image_width == 320
    assert (await room.calls("artists"), await room.calls("oembed")) == (0, 1)
    await room.switch(oembed_outage="502")
    other = await room.catalogue.find(artist_of(TRACK[::-1]))
    assert other
    assert other.image_width == 640


async def test_a_restart_asks_nothing_again(room: Room) -> None:
    room.abilities.known |= SINGLY
    asked = [item("track", "x", "y", TRACK), artist_of(TRACK)]
    before = [await room.catalogue.find(one) for one in asked]
    calls = await room.calls("tracks"), await room.calls("oembed"), await room.calls("search")
    again = room.made()
    assert [await again.find(one) for one in asked] == before
    assert (await room.calls("tracks"), await room.calls("oembed"), await room.calls("search")) == calls


async def test_what_another_version_kept_is_asked_for_again(room: Room) -> None:
    asked = [item("track", "Halden & the Low Suns", "Afterglow"), artist_of(TRACK), item("album", "x", "z", TRACK)]
    room.abilities.known |= SINGLY | {PREVIEWS: False}
    before = [await room.catalogue.find(one) for one in asked]
    for key, (_, names, ends) in room.answers.kept.items():
        room.answers.kept[key] = b'{"of": "another version"}' if key[0] != "oembed" else b"[]", names, ends
    assert [await room.made().find(one) for one in asked] == before


async def test_a_show_has_the_picture_of_the_show(room: Room) -> None:
    media = await room.catalogue.find(item("show", "What Still Sounds", None, EPISODE))
    assert media
    assert media.spotify_id == "1Nachklang0000000000s1"


async def test_names_without_ids_are_searched_and_must_be_equal(room: Room) -> None:
    media = await room.catalogue.find(item("track", "Halle Sieben", "Ein Zimmer voller Mai"))
    artist = await room.catalogue.find(item("artist", "Halle Sieben"))
    assert media
    assert media.image_url
    assert artist
    assert artist.image_url


async def test_a_song_that_is_known_by_id_is_not_searched(room: Room) -> None:
    by_id = await room.catalogue.find(item("track", "Halden & the Low Suns", "Afterglow", "1Nachklang0000000000a1"))
    by_name = await room.catalogue.find(item("track", "Halden and The Low Suns", "Afterglow (2011 Remaster)"))
    assert by_name == by_id
    assert await room.calls("search") == 0


async def test_various_artists_are_nobody_and_cost_no_call(room: Room) -> None:
    assert await room.catalogue.find(item("artist", "Various Artists", None, TRACK)) is None
    for nobody in ("Unknown Artist", "various  artists", "", " "):
        assert await room.catalogue.find(item("track", nobody, "Some Song")) is None
    assert await room.calls("tracks") == await room.calls("search") == 0


async def test_a_name_of_syntax_only_costs_no_call(room: Room) -> None:
    for asked in (item("artist", "':+"), item("show", '"'), item("track", "+", "':")):
        assert await room.catalogue.find(asked) is None
    assert await room.calls("search") == 0


async def test_a_show_without_an_id_is_found_by_its_whole_name(room: Room) -> None:
    media = await room.catalogue.find(item("show", "What Still Sounds"))
    assert media
    assert media.spotify_id == "1Nachklang0000000000s1"
    await room.switch(invents=False)
    assert await room.catalogue.find(item("show", "What Still")) is None


@pytest.mark.parametrize("position", [{"invents": False}, {"unfindable": ["Halle Sieben"]}], ids=str)
async def test_what_search_does_not_find_is_missing(room: Room, position: dict[str, object]) -> None:
    await room.switch(**position)
    assert await room.catalogue.find(item("artist", "Halle Sieben")) is None
    assert await room.catalogue.find(item("track", "Halle Sieben", "Ein Zimmer voller Mai")) is None


async def test_without_an_application_covers_come_by_id(room: Room) -> None:
    keyless = room.made(client_id="")
    track = await keyless.find(item("track", "x", "y", TRACK))
    album = await keyless.find(item("album", "x", "y", TRACK))
    show = await keyless.find(item("show", "x", None, EPISODE))
    assert track
    assert track.image_url
    assert track.preview
    assert album
    assert show
    for other in (artist_of(TRACK), item("track", "x", "y")):
        with pytest.raises(NeedsApplication):
            await keyless.find(other)
    assert await room.calls("oembed") == 2, "song and album show one cover"
    assert await room.calls("tracks") == 0


async def test_a_token_that_ended_is_renewed(room: Room) -> None:
    await room.catalogue.find(item("track", "x", "y", TRACK))
    await room.switch(clock_offset_ms=3_700_000)
    assert await room.catalogue.find(item("track", "x", "z", TRACK[::-1]))


@pytest.mark.parametrize("switches", [{"api_outage": "503"}, {"api_outage": "html"}, {"accounts_outage": "html"}])
async def test_an_outage_is_no_answer(room: Room, switches: dict[str, str]) -> None:
    await room.switch(**switches)
    for asked in (artist_of(TRACK), item("artist", "x"), item("track", "x", "y")):
        with pytest.raises(Retryable):
            await room.catalogue.find(asked)
    assert room.now > NOW, "tried again after pauses"


async def test_an_owner_without_premium_stops_everything_but_oembed(room: Room) -> None:
    await room.switch(owner_premium=False)
    for asked in (artist_of(TRACK), item("track", "x", "y")):
        with pytest.raises(CatalogueBlocked):
            await room.catalogue.find(asked)
    assert await room.catalogue.find(item("track", "x", "y", TRACK))
    assert await room.catalogue.find(item("show", "x", None, EPISODE))
    assert await room.calls("tracks") + await room.calls("search") + await room.calls("episodes") == 1

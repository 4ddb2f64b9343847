"""Samples of other sources against strict stand-ins: what is found, what is not, and how often they are asked."""

from collections.abc import AsyncIterator

import pytest

from chassis.errors import Retryable
from enricher.sample_ports import OtherSample, TrackFacts
from tests.harness.sample_room import FERRY, NOW, SOURCES, SampleRoom, sample_room


@pytest.fixture
async def room() -> AsyncIterator[SampleRoom]:
    async with sample_room() as room:
        yield room


async def test_deezer_finds_by_recording_code_and_keeps_no_address(room: SampleRoom) -> None:
    sample = OtherSample("deezer", None, "https://www.deezer.com/track/310004", "310004")
    assert await room.sources["deezer"].find(FERRY) == sample
    assert await room.sources["deezer"].find(FERRY._replace(isrc="zz-nkl-26-00004")) == sample
    assert room.asked == ["/deezer/track/isrc:ZZNKL2600004"] * 2


@pytest.mark.parametrize("isrc", [None, "", "ZZNKL260000", "../artist/27", "ZZNKL26٠٠٠٠٤"])
async def test_deezer_is_not_asked_without_a_recording_code(room: SampleRoom, isrc: str | None) -> None:
    assert await room.sources["deezer"].find(FERRY._replace(isrc=isrc)) is None
    assert room.asked == []


async def test_an_address_of_deezer_ends_and_the_next_one_plays(room: SampleRoom) -> None:
    address = await room.sources["deezer"].address("310004")
    assert address
    assert await room.plays(address)
    assert not await room.plays(address.replace("310004", "310005")), "signed for one sample"
    room.now += 900_000
    assert not await room.plays(address)
    again = await room.sources["deezer"].address("310004")
    assert again
    assert await room.plays(again)


async def test_itunes_finds_by_names_and_playing_time(room: SampleRoom) -> None:
    link = "https://music.apple.com/de/album/3100042?i=310004&uo=4"
    url = f"{room.address}/itunes/preview/310004"
    assert await room.sources["itunes"].find(FERRY) == OtherSample("itunes", url, link, "310004")
    assert await room.plays(url)
    found = await room.sources["itunes"].find(FERRY._replace(duration_ms=None))
    assert found
    assert found.source_id == "310003", "the first of this name where nothing is known of its length"


async def test_itunes_has_none_for_other_names_or_another_length(room: SampleRoom) -> None:
    for facts in (
        FERRY._replace(duration_ms=250_000),
        FERRY._replace(title="Slow Ferry - Acoustic"),
        FERRY._replace(artist="Oba Tunde"),
    ):
        assert await room.sources["itunes"].find(facts) is None
    assert len(room.asked) == 3


async def test_itunes_is_asked_with_parameters_in_one_order(room: SampleRoom) -> None:
    """Apple keeps answers by the letters of the address."""
    facts = TrackFacts("Kapelle  Übermorgen", "Später Hall & Echo + 1?", None, 243_000)
    assert await room.sources["itunes"].find(facts)
    assert await room.sources["itunes"].address("310006") == f"{room.address}/itunes/preview/310006"
    term = "Kapelle+%C3%9Cbermorgen+Sp%C3%A4ter+Hall+%26+Echo+%2B+1?"
    assert room.asked == [
        f"/itunes/search?term={term}&media=music&entity=song&limit=25&country=DE",
        "/itunes/lookup?id=310006&country=DE",
    ]


@pytest.mark.parametrize("name", SOURCES)
async def test_sources_are_named_as_their_samples(room: SampleRoom, name: str) -> None:
    found = await room.sources[name].find(FERRY)
    assert found
    assert found.source == room.sources[name].name == name


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("position", [{"no_data": True}, {"preview": ""}], ids=str)
async def test_what_a_source_is_sure_not_to_have_is_none(
    room: SampleRoom, name: str, position: dict[str, object]
) -> None:
    room.switch(**position)
    assert await room.sources[name].find(FERRY) is None
    assert await room.sources[name].address("310004") is None
    assert len(room.asked) == 2


@pytest.mark.parametrize("name", SOURCES)
async def test_an_unknown_id_has_no_address(room: SampleRoom, name: str) -> None:
    assert await room.sources[name].address("310999") is None


async def test_an_id_cannot_lead_elsewhere(room: SampleRoom) -> None:
    with pytest.raises(Retryable):
        await room.sources["deezer"].address("../track/310004")
    assert await room.sources["itunes"].address("310003,310004") is None
    assert await room.sources["itunes"].address("310004&id=310003") is None


async def test_a_song_without_a_link_to_the_store_is_not_taken(room: SampleRoom) -> None:
    room.switches.link = ""
    assert await room.sources["itunes"].find(FERRY) is None


async def test_deezer_is_asked_eight_times_a_second(room: SampleRoom) -> None:
    begun = []
    for _ in range(60):  # at once, these are more than Deezer allows
        assert await room.sources["deezer"].address("310004")
        begun.append(room.now - NOW)
    assert begun == [number // 8 * 1_000 for number in range(60)]


async def test_itunes_is_asked_fifteen_times_a_minute_and_nobody_waits_long(room: SampleRoom) -> None:
    for _ in range(15):
        assert await room.sources["itunes"].find(FERRY)
    for room.now in (NOW, NOW + 49_999):
        with pytest.raises(Retryable, match="own limit"):
            await room.sources["itunes"].find(FERRY)
    assert len(room.asked) == 15
    room.now = NOW + 50_000
    assert await room.sources["itunes"].find(FERRY)
    assert room.now == NOW + 60_000

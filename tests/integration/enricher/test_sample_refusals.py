"""Refusals and odd answers of sources of samples: never "there is none", and no foreign address for a browser."""

import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from chassis.errors import Retryable
from enricher.adapters import http
from enricher.adapters.samples.deezer import DeezerSamples
from tests.harness.sample_room import FERRY, SOURCES, SampleRoom, sample_room


@pytest.fixture
async def room() -> AsyncIterator[SampleRoom]:
    async with sample_room() as room:
        yield room


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize(
    "position",
    [
        {"quota": True},
        *({"outage": status} for status in (302, 400, 403, 404, 429, 500, 503)),
        {"outage": "cut"},
        {"body": b""},
        {"body": b"<html>sign in to this network</html>"},
        {"body": b"\xff\xfe"},
        {"body": b'{"results": [], "error": {"code": 800, "more": ' + b"[" * 100_000},
        {"body": b"null"},
        {"body": b"{}"},
        {"body": json.dumps({"error": {"message": "x"}, "results": {}}).encode()},
        {"body": json.dumps({"error": [], "results": None}).encode()},
        {"body": json.dumps({"id": "310004", "link": "l", "preview": "", "results": [{"trackId": 310004}]}).encode()},
        {"body": json.dumps({"id": 310004, "link": "l", "preview": None, "results": [None]}).encode()},
        {"body": b'{"id": 310004, "link": "l", "preview": "\xff", "results": [{"trackName": "\xff"}]}'},
    ],
    ids=lambda position: str(position)[:60],
)
async def test_no_answer_is_never_none(room: SampleRoom, name: str, position: dict[str, object]) -> None:
    room.switch(**position)
    with pytest.raises(Retryable):
        await room.sources[name].find(FERRY)
    with pytest.raises(Retryable):
        await room.sources[name].address("310004")
    assert len(set(room.asked)) == 2, "led nowhere else"


@pytest.mark.parametrize("code", [0, 4, 100, 200, 300, 500, 501, 600, 700, 901])
async def test_every_error_of_deezer_but_no_data_is_no_answer(room: SampleRoom, code: int) -> None:
    room.switches.error_code = code
    with pytest.raises(Retryable):
        await room.sources["deezer"].find(FERRY)
    with pytest.raises(Retryable):
        await room.sources["deezer"].address("310004")


@pytest.mark.parametrize("name", SOURCES)
async def test_nobody_waits_for_a_silent_source(room: SampleRoom, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert http.ONE_CALL["timeout"].total == 10
    monkeypatch.setitem(http.ONE_CALL, "timeout", aiohttp.ClientTimeout(total=0.05))
    room.switches.outage = "silent"
    with pytest.raises(Retryable, match="Timeout"):
        await room.sources[name].find(FERRY)


async def test_a_source_that_is_not_there_is_no_answer(room: SampleRoom) -> None:
    nobody = DeezerSamples(room.session, "http://127.0.0.1:1", lambda: room.now, room.sleep)
    with pytest.raises(Retryable):
        await nobody.find(FERRY)


@pytest.mark.parametrize(
    ("name", "preview", "link"),
    [
        (
            "deezer",
            "https://cdnt-preview.dzcdn.net/a.mp3?hdnea=exp=1~acl=/a*~hmac=ab",
            "https://www.deezer.com/track/1",
        ),
        ("deezer", "http://A.DZCDN.NET:443", "https://www.deezer.com"),
        ("itunes", "https://audio-ssl.itunes.apple.com/a.m4a", "https://itunes.apple.com/de/album/x?i=1"),
    ],
)
async def test_addresses_of_the_source_are_handed_out(room: SampleRoom, name: str, preview: str, link: str) -> None:
    room.switches.preview, room.switches.link = preview, link
    found = await room.sources[name].find(FERRY)
    assert found
    assert found.url == (preview if name == "itunes" else None)
    assert found.link == link
    assert await room.sources[name].address("310004") == preview


ELSEWHERE = [
    "https://elsewhere.example/{}/a.mp3",
    "https://elsewhere{}/a.mp3",
    "https://{}.elsewhere.example/a.mp3",
    "https://elsewhere.example\\@a.{}/a.mp3",
    "https://elsewhere.example@a.{}/a.mp3",
    "https://elsewhere.example?a.{}",
    "https://elsewhere.example#a.{}",
    "//a.{}/a.mp3",
    "ftp://a.{}/a.mp3",
    "javascript:alert(1)//a.{}",
    "https://a.{}/a b",
    "https://a.{}/a\n",
    "https://a.{}.",
]


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("address", ELSEWHERE)
async def test_no_other_address_is_handed_out(room: SampleRoom, name: str, address: str) -> None:
    room.switches.preview = address.format({"deezer": "dzcdn.net", "itunes": "itunes.apple.com"}[name])
    for asking in (room.sources[name].find(FERRY), room.sources[name].address("310004")):
        with pytest.raises(Retryable, match="not the documented one"):
            await asking
    room.switches.preview = None
    room.switches.link = address.format({"deezer": "deezer.com", "itunes": "apple.com"}[name])
    with pytest.raises(Retryable, match="not the documented one"):
        await room.sources[name].find(FERRY)

"""Samples of other sources: which an operator may allow, what pages may then load, and where one plays now."""

import pytest

from chassis.rpc import NoReply
from chassis.settings import SettingsError
from contracts.messages import Message
from contracts.messages.media import AskSample, SampleAnswered
from contracts.samples import OTHER_SOURCES, OtherSource
from gateway.domain.problems import Refused
from gateway.handlers.samples import Samples
from gateway.http.security import SAMPLE_ORIGINS, Elsewhere, page_policy
from gateway.settings import from_environment
from tests.unit.gateway.fakes import FakeAsks

KEY = "0123456789abcdef0123456789abcdef"
URL = "https://cdnt-preview.dzcdn.net/x.mp3?hdnea=exp=1790000900"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """What every gateway needs to be told."""
    for name, value in {"NACHKLANG_MARIADB_PASSWORD": "password", "NACHKLANG_OPS_PORT": "9000"}.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def media_sources(*samples: OtherSource) -> list[str]:
    """What `media-src` lists."""
    policy = page_policy((), Elsewhere(images=("https://pictures.example",), samples=samples))
    (listed,) = (part for part in policy.split("; ") if part.startswith("media-src "))
    return listed.split()[1:]


def test_samples_play_from_the_sources_that_are_allowed_and_no_other() -> None:
    always = ["'self'", "https://p.scdn.co", "https://pictures.example"]
    assert media_sources() == always
    assert set(media_sources("deezer")) == {*always, "https://*.dzcdn.net"}
    assert set(media_sources("itunes")) == {*always, "https://audio-ssl.itunes.apple.com"}
    assert set(SAMPLE_ORIGINS) == set(OTHER_SOURCES)


@pytest.mark.parametrize(
    ("text", "sources"),
    [("", ()), ("deezer", ("deezer",)), ("itunes, deezer", ("itunes", "deezer")), ("deezer,deezer", ("deezer",))],
)
def test_the_setting_lists_sources(
    environment: pytest.MonkeyPatch, text: str, sources: tuple[OtherSource, ...]
) -> None:
    environment.setenv("NACHKLANG_SAMPLES", text)
    assert from_environment().public.sample_sources == sources


@pytest.mark.parametrize("text", ["spotify", "deezer,napster", "Deezer"])
def test_an_unknown_source_is_refused_by_name(environment: pytest.MonkeyPatch, text: str) -> None:
    environment.setenv("NACHKLANG_SAMPLES", text)
    with pytest.raises(SettingsError, match=r"^NACHKLANG_SAMPLES: '\w+' is no source of samples; .*deezer, itunes"):
        from_environment()


async def test_the_address_is_asked_for_each_time() -> None:
    asks = FakeAsks(lambda _: SampleAnswered(url=URL))
    assert [await Samples(asks).address(KEY) for _ in range(2)] == [URL, URL]
    assert asks.asked == [AskSample(key=KEY)] * 2


async def test_a_lost_reply_is_asked_for_once_more() -> None:
    lost = [NoReply("lost")]

    def reply(_: Message) -> Message:
        if lost:
            raise lost.pop()
        return SampleAnswered(url=URL)

    assert await Samples(FakeAsks(reply)).address(KEY) == URL


@pytest.mark.parametrize("key", [KEY, "no key", KEY.upper(), ""])
async def test_where_there_is_none_nothing_is_found(key: str) -> None:
    asks = FakeAsks(lambda _: SampleAnswered(url=None))
    with pytest.raises(Refused) as refused:
        await Samples(asks).address(key)
    assert refused.value.kind.status == 404
    assert len(asks.asked) == (key == KEY), "what can be no key is not asked for"

"""Habits, worked out by hand."""

import pytest

from aggregator.domain.history.device_families import platform_family
from contracts.messages.habits import CountryPart, Habits, MostSkipped, Part, PlatformPart
from tests.harness.segments import row
from tests.unit.aggregator.asking import wrapped_of

PHONE = {"platform": "Android OS 13 API 33 (samsung, SM-G998B)", "country": "DE"}
ROWS = [
    row("2024-01-01T10:00:00", 5_000, title="a", skipped=True, shuffle=True, spotify_id="a", **PHONE),
    row("2024-01-01T11:00:00", 6_000, title="a", reason_end="fwdbtn", shuffle=False, offline=True, **PHONE),
    row("2024-01-01T12:00:00", 30_000, title="a", reason_end="fwdbtn", skipped=True, private=True, country="FR"),
    row("2024-01-01T13:00:00", 7_000, title="b", reason_end="backbtn", skipped=False, platform="ios", country="ZZ"),
    row("2024-01-01T14:00:00", 8_000, title="b", reason_end="trackdone", platform="Partner sonos_ppc Sonos"),
    row("2024-01-01T15:00:00", 9_000, title="c", private=False),
    row("2024-01-01T16:00:00", 1_000, title=None, skipped=True, spotify_id="gone", platform="not_applicable"),
]


def test_every_habit() -> None:
    assert wrapped_of(*ROWS).habits == Habits(
        skipped=Part(plays=4, of=6, share=4 / 6),
        shuffle=Part(plays=1, of=2, share=0.5),
        offline=Part(plays=1, of=1, share=1.0),
        private=Part(plays=1, of=2, share=0.5),
        platforms=[
            PlatformPart(name="phone", ms_played=18_000, plays=3, share=18_000 / 27_000),
            PlatformPart(name="speaker", ms_played=8_000, plays=1, share=8_000 / 27_000),
            PlatformPart(name="other", ms_played=1_000, plays=1, share=1_000 / 27_000),
        ],
        countries=[
            CountryPart(name="FR", ms_played=30_000, plays=1, share=30_000 / 41_000),
            CountryPart(name="DE", ms_played=11_000, plays=2, share=11_000 / 41_000),
        ],
        most_skipped=MostSkipped(title="a", artist="Die Nachbarn", skips=2, plays=3, spotify_id="a"),
    )


def test_of_equally_often_skipped_tracks_the_one_with_fewer_plays_and_then_by_name() -> None:
    skips = [row(f"2024-01-01T1{hour}:00:00", 1_000, title=title, skipped=True) for hour, title in enumerate("cab")]
    assert _most_skipped(*skips) == "a"
    assert _most_skipped(*skips, row("2024-01-01T20:00:00", 1_000, title="a")) == "b"


def test_without_plays_shares_are_zero() -> None:
    habits = wrapped_of().habits
    nothing = Part(plays=0, of=0, share=0.0)
    assert (habits.skipped, habits.shuffle, habits.offline, habits.private) == (nothing,) * 4
    assert (habits.platforms, habits.countries, habits.most_skipped) == ([], [], None)


def _most_skipped(*rows: dict[str, object]) -> str | None:
    found = wrapped_of(*rows).habits.most_skipped
    return found.title if found else None


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("iOS 16.5 (iPhone14,5)", "phone"),
        ("iOS 9.3.5 (iPad3,4)", "tablet"),
        ("Android-tablet OS 10 API 29", "tablet"),
        ("android", "phone"),
        ("Android OS 9 API 28 (Sony, BRAVIA 4K) Android TV", "tv"),
        ("Partner android_tv Sony;BRAVIA_4K", "tv"),
        ("Partner samsung Tizen 5.5", "tv"),
        ("OS X 10.13.6 [x86 8]", "computer"),
        ("Windows 10 (10.0.19045; x64)", "computer"),
        ("Linux [x86-64 0]", "computer"),
        ("web_player linux undefined;chrome 92", "web"),
        ("WebPlayer (websocket RFC6455)", "web"),
        ("Partner google cast;Chromecast", "speaker"),
        ("Partner amazon_salmon Amazon;Echo_Dot", "speaker"),
        ("Sony PlayStation ps4", "console"),
        ("Partner garmin Garmin;fenix", "watch"),
        ("Android Auto", "car"),
        ("Partner car BMW", "car"),
        ("Cardinal", "other"),
        ("not_applicable", "other"),
    ],
)
def test_families_of_devices(text: str, family: str) -> None:
    assert platform_family(text) == family

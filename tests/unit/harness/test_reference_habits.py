"""The reference's habits."""

import pytest

from tests.harness.reference.most_played import OneOf
from tests.harness.reference.parts.habits import habits
from tests.harness.reference.platforms import platform_family
from tests.unit.harness.by_hand import play, view


def test_a_share_is_of_the_plays_whose_export_says() -> None:
    plays = [
        play("2024-01-01T10:00:00", 29_999, skipped=True, shuffle=True, offline=None),
        play("2024-01-01T11:00:00", 30_000, skipped=True, shuffle=False, offline=None),
        play("2024-01-01T12:00:00", 5_000, reason_end="backbtn", private=True),
        play("2024-01-01T13:00:00", 5_000, skipped=False, reason_end="fwdbtn", kind="episode"),
        play("2024-01-01T14:00:00", 5_000, reason_end="trackdone"),
        play("2024-01-01T15:00:00", 5_000, source="account", private=None),
    ]
    found = habits(view(plays))
    assert found["skipped"] == {"plays": 3, "of": 5, "share": 0.6}
    assert found["shuffle"] == {"plays": 1, "of": 2, "share": 0.5}
    assert found["offline"] == {"plays": 0, "of": 0, "share": 0.0}
    assert found["private"] == {"plays": 1, "of": 5, "share": 0.2}


def test_platforms_and_countries_are_of_the_plays_that_name_one() -> None:
    plays = [
        play("2024-01-01T10:00:00", 10_000, platform="android", country="FR"),
        play("2024-01-01T11:00:00", 30_000, platform="iOS 12.1 (iPhone10,4)", country="ZZ"),
        play("2024-01-01T12:00:00", 40_000, platform="windows", country="DE"),
        play("2024-01-01T13:00:00", 50_000, platform=None, country=None),
        play("2024-01-01T14:00:00", 0, platform="not_applicable", country="AT"),
    ]
    found = habits(view(plays))
    assert found["platforms"] == [
        {"name": "phone", "ms_played": 40_000, "plays": 2, "share": 0.5},
        {"name": "computer", "ms_played": 40_000, "plays": 1, "share": 0.5},
        {"name": "other", "ms_played": 0, "plays": 1, "share": 0.0},
    ]
    assert [(one["name"], one["share"]) for one in found["countries"]] == [("DE", 0.8), ("FR", 0.2), ("AT", 0.0)]


def test_the_most_skipped_track_then_the_one_with_more_skips_a_play() -> None:
    def skip(hour: int, title: str) -> None:
        plays.append(play(f"2024-01-01T{hour}:00:00", 1_000, title=title, skipped=True, id="spotify:track:1"))

    plays = [play("2024-01-01T10:00:00", title="often")]
    for hour, title in enumerate(("often", "always", "often", "always"), start=11):
        skip(hour, title)
    assert habits(view(plays))["most_skipped"] == {
        "title": "always", "artist": "A", "skips": 2, "plays": 2, "spotify_id": OneOf(frozenset({"1"})),
    }  # fmt: skip
    assert habits(view(plays[:1]))["most_skipped"] is None


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("android", "phone"),
        ("Android OS 9 API 28 (samsung, SM-G960F)", "phone"),
        ("iOS 12.1 (iPhone10,4)", "phone"),
        ("iOS 9.3.5 (iPad4,1)", "tablet"),
        ("Android-tablet OS 7.0 API 24", "tablet"),
        ("Windows 10 (10.0.17763; x64; AppX)", "computer"),
        ("OS X 10.14.6 [x86 8]", "computer"),
        ("osx", "computer"),
        ("Linux [x86-64 0]", "computer"),
        ("web_player windows 10;chrome 79.0.3945.88;desktop", "web"),
        ("web_player", "web"),
        ("Partner android_tv Sony;BRAVIA 4K", "tv"),
        ("Partner samsung_tizen", "tv"),
        ("cast", "speaker"),
        ("Partner sonos_ppc Sonos;Play1", "speaker"),
        ("ps4", "console"),
        ("Partner garmin", "watch"),
        ("carthing", "car"),
        ("not_applicable", "other"),
        ("unknown", "other"),
        ("", "other"),
    ],
)
def test_families_of_devices(text: str, family: str) -> None:
    assert platform_family(text) == family
    assert platform_family(text.upper()) == family

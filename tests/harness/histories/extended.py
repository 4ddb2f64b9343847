"""Rows of the extended history, in the key sets of four ages (spotify.md, section 7.3; exports.md, section 1)."""

from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from tests.harness.histories.listens import Listen
from tests.harness.histories.names import respelt

Row = dict[str, Any]
USERNAME = "made-up-username"
USER_AGENT = "made-up-user-agent/1.0"
SHORT_PLATFORM_NAMES_FROM = 1_697_673_600  # 2023-10-19
SECONDS_SINCE = 1_672_531_200  # 2023: offline_timestamp in seconds from here on, in milliseconds before
SKIPPED_KNOWN_FROM = 1_664_582_400  # 2022-10
OLD_PLATFORMS = {
    "android": "Android OS 9 API 28 (samsung, SM-G960F)",
    "ios": "iOS 12.1 (iPhone10,4)",
    "windows": "Windows 10 (10.0.17763; x64; AppX)",
    "osx": "OS X 10.14.6 [x86 8]",
    "linux": "Linux [x86-64 0]",
    "web_player": "web_player windows 10;chrome 79.0.3945.88;desktop",
    "cast": "Partner google cast_tv;Chromecast;;",
}


class Age(Enum):
    """When the export was made; the number of keys in a row."""

    WITH_PLACES = "2020"
    KEYS_21 = "21"
    KEYS_19 = "19"
    KEYS_23 = "23"

    @property
    def has_chapters(self) -> bool:
        """Whether rows of this age can tell an audiobook; the others have no keys for it."""
        return self is Age.KEYS_23


def extended_row(listen: Listen, age: Age) -> Row:
    """One row as Spotify wrote it at that age."""
    return _WRITERS[age](listen)


def written_in(listen: Listen, age: Age) -> bool:
    """Whether an export of that age has the play at all: audiobooks came later than the old ages."""
    return age.has_chapters or listen.item.kind != "chapter"


def _keys_23(listen: Listen) -> Row:
    return {
        **_head(listen), "ip_addr": listen.habits.address, **_names(listen), **_chapter(listen), **_tail(listen),
    }  # fmt: skip


def _keys_19(listen: Listen) -> Row:
    return {**_head(listen), "ip_addr": listen.habits.address, **_names(listen), **_tail(listen)}


def _keys_21(listen: Listen) -> Row:
    head = _head(listen)
    return {
        "ts": head.pop("ts"), "username": USERNAME, **head, **_device(listen), **_names(listen), **_tail(listen),
    }  # fmt: skip


def _with_places(listen: Listen) -> Row:
    names = _names(listen)
    del names["spotify_track_uri"]
    places = {"city": "Nowhere", "region": "ZZ", "metro_code": "0", "longitude": "0.0", "latitude": "0.0"}
    return {**_head(listen), "username": USERNAME, **_device(listen), **places, **names, **_tail(listen)}


_WRITERS: dict[Age, Callable[[Listen], Row]] = {
    Age.WITH_PLACES: _with_places,
    Age.KEYS_21: _keys_21,
    Age.KEYS_19: _keys_19,
    Age.KEYS_23: _keys_23,
}


def _head(listen: Listen) -> Row:
    platform = listen.habits.platform
    if listen.ended_at < SHORT_PLATFORM_NAMES_FROM:
        platform = OLD_PLATFORMS.get(platform, platform)
    return {
        "ts": datetime.fromtimestamp(listen.ended_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "platform": platform,
        "ms_played": listen.ms,
        "conn_country": listen.habits.country,
    }


def _device(listen: Listen) -> Row:
    agent = USER_AGENT if listen.habits.platform == "web_player" else None
    return {"ip_addr_decrypted": listen.habits.address, "user_agent_decrypted": agent}


def _names(listen: Listen) -> Row:
    item = listen.item
    track = item.kind == "track" and listen.names != "none"
    episode = item.kind == "episode" and listen.names != "none"
    named = listen.names == "all"
    artist, title = respelt(item.artist, listen.spelling), respelt(item.title, listen.spelling)
    return {
        "master_metadata_track_name": title if track and named else None,
        "master_metadata_album_artist_name": artist if track and named else None,
        "master_metadata_album_album_name": item.album if track and named else None,
        "spotify_track_uri": f"spotify:track:{item.id}" if track else None,
        "episode_name": title if episode and named else None,
        "episode_show_name": artist if episode and named else None,
        "spotify_episode_uri": f"spotify:episode:{item.id}" if episode else None,
    }


def _chapter(listen: Listen) -> Row:
    item = listen.item
    chapter = item.kind == "chapter" and listen.names != "none"
    return {
        "audiobook_title": item.artist if chapter else None,
        "audiobook_uri": f"spotify:show:{item.album_id}" if chapter else None,
        "audiobook_chapter_uri": f"spotify:episode:{item.id}" if chapter else None,
        "audiobook_chapter_title": item.title if chapter else None,
    }


def _tail(listen: Listen) -> Row:
    habits = listen.habits
    skipped = listen.reason_end in {"fwdbtn", "backbtn"} and listen.ms < 30_000
    old = listen.ended_at < SKIPPED_KNOWN_FROM
    return {
        "reason_start": listen.reason_start,
        "reason_end": listen.reason_end,
        "shuffle": habits.shuffle,
        "skipped": (None if listen.ended_at % 2 else False) if old else skipped,
        "offline": None if listen.video else habits.offline,
        "offline_timestamp": _offline_timestamp(listen),
        "incognito_mode": habits.private,
    }


def _offline_timestamp(listen: Listen) -> int | None:
    """When the device says it began: milliseconds in old rows, seconds in new ones, sometimes nothing or rubbish."""
    began = listen.ended_at - listen.ms // 1000
    oddity = listen.ended_at % 17
    if oddity < 3:
        return (None, 0, 42)[oddity]
    return began if listen.ended_at >= SECONDS_SINCE else began * 1000 + 608

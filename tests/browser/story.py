"""What the tests of the story share: its address, its cards, names that are hard to set."""

from __future__ import annotations

from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.browser import made_up

WINDOW = "from=2025-11-24&to=2026-11-23"
STORY = f"/story/?{WINDOW}"
CARDS = [
    "My listening time",
    "My song, by playing time",
    "My artist, by playing time",
    "My album, by playing time",
    "My five songs",
    "My five artists",
    "When I listen",
    "First heard",
    "Loved, then silent",
    "All in one",
]
ENDLESS = "Prologue " * 1_112
HARD = {
    "arabic": ("صدى البحر (نسخة طويلة)", "ليلى نور"),
    "japanese": ("遠い窓の向こうに見える海と、長い長い午後の物語", "水無月カナ"),
    "emoji": ("👩‍👩‍👧‍👦🏳️‍🌈" * 12, "🎻"),
    "combining": (
        "".join(letter + "\u0351\u036b\u0334\u0323" * 2 for letter in "Zalgo kommt"),
        "o\u0308\u0323\u0304" * 20,
    ),
    "endless": (ENDLESS, ENDLESS),
    "unbroken": ("x" * 10_000, "y" * 10_000),
}


def song_named(title: str, artist: str) -> dict[str, Any]:
    """What an answer says where the favourite, and the first of the lists, has this name."""
    answer = made_up.wrapped("2025-11-24", "2026-11-23")
    track = {**answer["favourites"]["track"], "title": title, "artist": artist}
    favourites = {**answer["favourites"], "track": track}
    return {"favourites": favourites, "top_tracks": [track, *answer["top_tracks"][1:]]}


def group(page: Page, place: int, count: int = len(CARDS)) -> Locator:
    """The card at a place, by what a screen reader calls it."""
    return page.get_by_role("group", name=f"Card {place} of {count}: {CARDS[place - 1]}", exact=True)


async def at(page: Page, place: int) -> None:
    """Wait until a card is shown and said."""
    await expect(group(page, place)).to_be_visible()
    await expect(page.get_by_role("status").filter(has_text=f"Card {place} of {len(CARDS)}")).to_be_attached()

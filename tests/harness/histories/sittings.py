"""A sitting: what is played between sitting down and getting up, in order, not yet placed in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.harness.histories.catalogue import Catalogue, Item
from tests.harness.histories.listens import Habits, Listen, Names
from tests.harness.histories.taste import Taste

PLATFORMS = ("android", "android", "ios", "windows", "osx", "linux", "web_player", "cast", "not_applicable", "")
COUNTRIES_ABROAD = ("FR", "PL", "US", "JP", "ZZ")
SPELLINGS = (1, 2)


@dataclass(frozen=True, slots=True)
class Shares:
    """How often things happen, each between 0 and 1."""

    skips: float = 0.28
    podcasts: float = 0.05
    books: float = 0.015
    videos: float = 0.02
    nameless: float = 0.004
    private: float = 0.03
    offline: float = 0.06
    doubles: float = 0.0004
    errors: float = 0.002


def sitting(rng: Random, catalogue: Catalogue, taste: Taste, shares: Shares, country: str) -> Iterator[Listen]:
    """The plays of one sitting: an album, a playlist, a show or a book. Never empty."""
    habits = _habits(rng, shares, country)
    choice = rng.random()
    if choice < shares.podcasts:
        yield from _spoken(rng, rng.choice(catalogue.shows), habits, shares)
    elif choice < shares.podcasts + shares.books:
        yield from _spoken(rng, rng.choice(catalogue.books), habits, shares)
    else:
        yield from _music(rng, taste, habits, shares)


def _music(rng: Random, taste: Taste, habits: Habits, shares: Shares) -> Iterator[Listen]:
    if habits.shuffle or rng.random() < 0.6:
        items = [taste.track() for _ in range(rng.randint(4, 40))]
    else:
        items = taste.album()
    reason = "clickrow"
    video = rng.random() < shares.videos
    for item in items:
        listen = _play(rng, item, reason, habits, shares)
        listen.video = video
        reason = "fwdbtn" if listen.reason_end == "fwdbtn" else "trackdone"
        yield listen
        if rng.random() < shares.errors:
            yield from _errors(rng, item, habits)
        elif listen.names == "all" and listen.ms >= 30_000 and rng.random() < shares.doubles:
            yield _logged_twice(listen)


def _play(rng: Random, item: Item, reason: str, habits: Habits, shares: Shares) -> Listen:
    dice = rng.random()
    if dice < shares.skips:
        ms, end = int(29_900 * rng.random() ** 1.6), rng.choice(("fwdbtn", "fwdbtn", "fwdbtn", "backbtn", "endplay"))
    elif dice < shares.skips + 0.12:
        ms, end = int(30_000 + (item.duration_ms - 30_000) * rng.random()), rng.choice(("endplay", "logout", "fwdbtn"))
    else:
        ms, end = item.duration_ms, "trackdone"
    listen = Listen(item, ms, reason, end, habits)
    oddity = rng.random()
    if oddity < shares.nameless:
        listen.names = "id" if oddity < shares.nameless * 0.6 else "none"
    elif oddity > 0.995:
        listen.spelling = rng.choice(SPELLINGS)
    return listen


def _errors(rng: Random, item: Item, habits: Habits) -> Iterator[Listen]:
    """A track that would not start: equal rows within a second or two, the occurrences of one identity."""
    for _ in range(rng.randint(2, 4)):
        yield Listen(item, 0, "trackerror", "trackerror", habits)


def _logged_twice(listen: Listen) -> Listen:
    """The same stream again, as the device that took over logs it (exports.md, section 2, 4)."""
    return Listen(listen.item, listen.ms, "remote", "remote", listen.habits, video=listen.video, double=True)


def _spoken(rng: Random, parts: list[Item], habits: Habits, shares: Shares) -> Iterator[Listen]:
    start = rng.randrange(len(parts))
    for item in parts[start : start + rng.randint(1, 3)]:
        ms = item.duration_ms if rng.random() < 0.5 else int(item.duration_ms * rng.random() ** 2)
        end = "trackdone" if ms == item.duration_ms else "endplay"
        names: Names = "none" if rng.random() < shares.nameless else "all"
        video = item.kind == "episode" and rng.random() < shares.videos
        yield Listen(item, ms, "clickrow", end, habits, names=names, video=video)


def _habits(rng: Random, shares: Shares, country: str) -> Habits:
    abroad = rng.random() < 0.03
    return Habits(
        platform=rng.choice(PLATFORMS),
        country=rng.choice(COUNTRIES_ABROAD) if abroad else country,
        shuffle=rng.random() < 0.4,
        offline=rng.random() < shares.offline,
        private=rng.random() < shares.private,
        address=f"192.0.2.{rng.randrange(1, 255)}",
    )

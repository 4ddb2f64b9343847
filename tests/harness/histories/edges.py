"""A history of edges for end-to-end tests: the same seed gives the same, and everything strange in it is frequent.

Ends at midnights, leap days and changes of clocks, a year apart and days apart; ties, double and nearly double
logging, equal rows, nameless ones, names in two spellings, every kind. Which of two plays comes first at one moment
decides nothing in it: two equal streams never end in the same second.
"""

from random import Random

from tests.harness.histories.catalogue import Item
from tests.harness.histories.listens import Habits, Listen, Names
from tests.harness.histories.strategies import APART, EDGES, LENGTHS, PLATFORMS, unix_seconds

ARTISTS = ("A", "a", "Ö", "日本", "😀", "Zz")
TITLES = ("Low", "low", "Fée", "😀", "ж")
NAMES: tuple[Names, ...] = ("all", "all", "all", "all", "all", "all", "all", "all", "id", "none")
TOLERANCE_MS = 2_000


def edge_listens(seed: int, count: int) -> list[Listen]:
    """About `count` plays, in no order."""
    rng = Random(f"edges {seed}")
    items = _items(rng)
    found: dict[tuple[str, str, int, int], Listen] = {}
    while len(found) < count:
        listen = _listen(rng, items)
        for one in (listen, *_again(rng, listen)):
            found.setdefault((one.item.artist, one.item.title, one.ms, one.ended_at), one)
    plays = list(found.values())
    rng.shuffle(plays)
    return plays + [play for play in plays if play.ms < 1_000 and rng.random() < 0.2]


def _items(rng: Random) -> list[Item]:
    """Two tracks of most artists under the same titles, some with two ids and albums, and two of the other kinds."""
    tracks = [
        Item("track", _id(rng), title, artist, rng.choice(("L", "L (Deluxe)", "")), 180_000)
        for artist in ARTISTS for title in TITLES for _ in range(rng.choice((1, 1, 2)))
    ]  # fmt: skip
    spoken = [Item("episode", _id(rng), title, "Show", "", 0, album_id=_id(rng)) for title in TITLES]
    spoken += [Item("chapter", _id(rng), title, "Book", "", 0, album_id=_id(rng), author="Nobody") for title in TITLES]
    return tracks + rng.sample(spoken, 5)


def _listen(rng: Random, items: list[Item]) -> Listen:
    ended_at = unix_seconds(rng.choice(EDGES)) + 86_400 * rng.choice(APART)
    ended_at += rng.choice((0, rng.randint(0, 90), rng.randint(-4_000, 4_000)))
    habits = Habits(
        platform=rng.choice(PLATFORMS) or "",
        country=rng.choice(("DE", "DE", "FR", "ZZ")),
        shuffle=rng.random() < 0.4,
        offline=rng.random() < 0.1,
        private=rng.random() < 0.1,
        address=f"192.0.2.{rng.randrange(1, 255)}",
    )
    reason = rng.choice(("trackdone", "fwdbtn", "backbtn", "endplay"))
    names, spelling = rng.choice(NAMES), rng.choice((0, 0, 0, 1, 2))
    return Listen(rng.choice(items), rng.choice(LENGTHS), "clickrow", reason, habits, ended_at, names, spelling)


def _again(rng: Random, listen: Listen) -> list[Listen]:
    """Sometimes once more: just soon enough to be a double, just too late, or a little later."""
    if listen.ms < 30_000 or rng.random() > 0.2:
        return []
    limit = (listen.ms - TOLERANCE_MS) // 1000
    after = rng.choice((1, 5, limit - 1, limit, limit + 1))
    return [Listen(listen.item, listen.ms, "remote", "remote", listen.habits, listen.ended_at + after, listen.names)]


def _id(rng: Random) -> str:
    return "".join(rng.choices("0123456789ABCDEFabcdef", k=22))

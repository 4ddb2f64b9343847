"""Made-up titles and artists, derived from an id."""

from stack.double.ids import digest

_FIRST = (
    "Amber",
    "Slow",
    "Velvet",
    "Northern",
    "Paper",
    "Silent",
    "Copper",
    "Distant",
    "Golden",
    "Hollow",
    "Winter",
    "Crimson",
    "Quiet",
    "Midnight",
    "Salt",
    "Wandering",
)
_SECOND = (
    "Harbour",
    "Lanterns",
    "Meridian",
    "Orchard",
    "Signal",
    "Tides",
    "Embers",
    "Parade",
    "Atlas",
    "Garden",
    "Echoes",
    "Foxes",
    "Satellites",
    "Rivers",
    "Cathedral",
    "Postcards",
)
_TITLES = (
    "Letters to the {b}",
    "{a} Light",
    "After the {b}",
    "{a} {b}",
    "Nothing but {b}",
    "The {a} Hour",
    "Under {a} {b}",
    "Where the {b} End",
)


def artist_name(item_id: str) -> str:
    """A band that nobody plays in, such as "Copper Lanterns"."""
    first, second, _ = _words(item_id, "artist")
    return f"{first} {second}"


def title(item_id: str) -> str:
    """A title of a song, an album or an episode that was never made."""
    first, second, pattern = _words(item_id, "title")
    return _TITLES[pattern % len(_TITLES)].format(a=first, b=second)


def show_name(item_id: str) -> str:
    """The name of a show that nobody recorded."""
    first, second, _ = _words(item_id, "show")
    return f"{first} {second} Talks"


def _words(item_id: str, purpose: str) -> tuple[str, str, int]:
    picks = digest(purpose, item_id)
    return _FIRST[picks[0] % len(_FIRST)], _SECOND[picks[1] % len(_SECOND)], picks[2]

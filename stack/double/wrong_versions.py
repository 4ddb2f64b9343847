"""What real search puts before the right answer, made up: other versions of a song, and acts that live on a name.

`wrong_versions` is the switch (spotify.md 5). A version that the asked title names itself is left out: it is none that
nobody asked for.
"""

from collections.abc import Sequence

from stack.double import items, names
from stack.double.items import Artist, Track
from stack.double.queries import Query, normalised

_VERSIONS = (
    ("live", "{title} - Live", "{artist}"),
    ("karaoke", "{title} (Karaoke Version)", "{artist} Karaoke Stars"),
    ("sped up", "{title} (Sped Up)", "{artist}"),
)
"""What makes it another version, its title and its artist."""


def wrong_tracks(query: Query, found: Sequence[Track]) -> list[Track]:
    """Other versions, and the same title by somebody else.

    A query of words alone does not tell title and artist apart: the first of those found is then what was asked for.
    """
    title = query.filters.get("track") or (found[0].name if found else query.text)
    if not title or "isrc" in query.filters:
        return []
    artist = query.filters.get("artist") or (found[0].artists[0].name if found else names.artist_name(title))
    asked = normalised(title)
    versions = [
        items.track_named(named.format(title=title), by.format(artist=artist))
        for word, named, by in _VERSIONS
        if word not in asked
    ]
    return [*versions, items.track_named(title, f"{names.artist_name(title)} Duo")]


def wrong_artists(name: str) -> list[Artist]:
    """Acts whose names hold this one."""
    return [items.artist_named(f"{name} Tribute Band"), items.artist_named(f"The {name} Experience")]

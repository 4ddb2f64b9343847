"""What the open site can show: a thing with its title, its maker and its picture."""

import re
from dataclasses import dataclass

from stack.double.ids import is_id
from stack.double.picture_ids import ALBUM_SIZES, ARTIST_SIZES, picture_id
from stack.double.world import World

KINDS = "track|artist|album|show|episode"
_PATH = re.compile(rf"/({KINDS})/([0-9A-Za-z]+)(?:\?.*)?\Z")
_URI = re.compile(rf"spotify:({KINDS}):([0-9A-Za-z]+)\Z")
_OPEN_SITE = "https://open.spotify.com"


@dataclass(frozen=True, slots=True)
class Thing:
    """`pictures`: its drawing in three sizes, largest first; a track shows its album's cover."""

    kind: str
    id: str
    title: str
    by: str
    pictures: tuple[str, str, str]


def addressed(world: World, address: str) -> Thing | None:
    """The thing behind an address of open.spotify.com or of the double itself, or behind a Spotify URI."""
    found = _URI.match(address)
    for site in (_OPEN_SITE, world.settings.public_url):
        if address.startswith(site):
            found = _PATH.match(address[len(site) :])
    return thing(world, found[1], found[2]) if found else None


def thing(world: World, kind: str, item_id: str) -> Thing | None:
    """The thing of this kind with this id, or None if there is none."""
    described = _describe(world, kind, item_id) if is_id(item_id) else None
    if described is None:
        return None
    title, by, drawn_kind, drawn_id = described
    sizes = ARTIST_SIZES if drawn_kind == "artist" else ALBUM_SIZES
    large, middle, small = (picture_id(drawn_kind, drawn_id, size) for size in sizes)
    return Thing(kind, item_id, title, by, (large, middle, small))


def _describe(world: World, kind: str, item_id: str) -> tuple[str, str, str, str] | None:
    """Title, maker, and whose picture it has."""
    if kind == "track":
        track = world.catalogue.track(item_id)
        return (track.name, ", ".join(by.name for by in track.artists), "album", track.album.id) if track else None
    if kind == "artist":
        artist = world.catalogue.artist(item_id)
        return (artist.name, "Artist", kind, item_id) if artist else None
    if kind == "album":
        album = world.catalogue.album(item_id)
        return (album.name, ", ".join(by.name for by in album.artists), kind, item_id) if album else None
    if kind == "show":
        show = world.catalogue.show(item_id)
        return (show.name, show.publisher, kind, item_id) if show else None
    episode = world.catalogue.episode(item_id)
    return (episode.name, episode.show.name, kind, item_id) if episode else None

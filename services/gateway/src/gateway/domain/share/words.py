"""The words of a share's page and picture, in both languages (page.md, section 10)."""

from collections.abc import Mapping
from typing import NamedTuple

from gateway.domain.share.language import Language


class Words(NamedTuple):
    """Texts; `{name}` and `{day}` are filled in."""

    tag: str
    owner: str
    everything: str
    song: str
    artist: str
    total: str
    nothing: str
    tracks: str
    artists: str
    albums: str
    shows: str
    plays: str
    streams: str
    different_tracks: str
    different_artists: str
    days: str
    frozen: str
    counted: str
    sources: str
    about: str
    open_spotify: str
    source: str
    gone: str
    gone_why: str
    start: str


WORDS: Mapping[Language, Words] = {
    "en": Words(
        tag="en",
        owner="What {name} listened to",
        everything="Everything",
        song="The song, by playing time",
        artist="The artist, by playing time",
        total="Total streaming time",
        nothing="Nothing was played in these days.",
        tracks="Tracks",
        artists="Artists",
        albums="Albums",
        shows="Shows",
        plays="Plays",
        streams="Streams of at least 30 seconds",
        different_tracks="Different tracks",
        different_artists="Different artists",
        days="Days with music or talk",
        frozen="As it stood on {day}. {name} made this page and can take it away again.",
        counted="Counted from {name}’s own export from Spotify, without private sessions.",
        sources="Titles, covers and artist pictures: Spotify.",
        about="Your listening, wrapped any day of the year",
        open_spotify="Open on Spotify",
        source="Spotify",
        gone="This page is not here",
        gone_why="Either the address is not quite right, or whoever made the page has taken it away again.",
        start="To the start page",
    ),
    "de": Words(
        tag="de",
        owner="Was {name} gehört hat",
        everything="Alles",
        song="Der Song, nach Spielzeit",
        artist="Der Künstler, nach Spielzeit",
        total="Gesamte Spielzeit",
        nothing="In diesen Tagen lief nichts.",
        tracks="Titel",
        artists="Künstler",
        albums="Alben",
        shows="Sendungen",
        plays="Wiedergaben",
        streams="Streams von mindestens 30 Sekunden",
        different_tracks="Verschiedene Titel",
        different_artists="Verschiedene Künstler",
        days="Tage, an denen etwas lief",
        frozen="Stand vom {day}. {name} hat diese Seite gemacht und kann sie wieder wegnehmen.",
        counted="Gezählt aus dem eigenen Spotify-Export von {name}, ohne private Sitzungen.",
        sources="Titel, Cover und Künstlerbilder: Spotify.",
        about="Was du hörst, an jedem Tag des Jahres im Rückblick",
        open_spotify="Bei Spotify öffnen",
        source="Spotify",
        gone="Diese Seite gibt es nicht",
        gone_why="Entweder stimmt die Adresse nicht ganz, oder wer die Seite gemacht hat, hat sie wieder weggenommen.",
        start="Zur Startseite",
    ),
}

"""The JSON that the Web API gives of people and things, in both modes (spotify.md 6)."""

from dataclasses import dataclass

from stack.double.ids import digest
from stack.double.items import Album, Artist, Episode, Show, Track
from stack.double.people import Person
from stack.double.picture_ids import ALBUM_SIZES, ARTIST_SIZES, picture_id
from stack.double.switches import Switches

Json = dict[str, object]
"""One JSON object."""


@dataclass(frozen=True, slots=True)
class Documents:
    """Writes documents for one request. `placed`: a market is known, so that playability can be told."""

    public_url: str
    switches: Switches
    placed: bool

    @property
    def extended(self) -> bool:
        """True for an application with extended quota."""
        return self.switches.mode == "E"

    def artist(self, artist: Artist) -> Json:
        """The full artist."""
        images = [] if self.switches.artists_without_images else self._images("artist", artist.id, ARTIST_SIZES)
        document = self.artist_link(artist) | {"images": images}
        if self.extended:
            weight = int.from_bytes(digest("weight", artist.id)[:3])
            document |= {"followers": {"href": None, "total": weight}, "genres": [], "popularity": weight % 101}
        return document

    def artist_link(self, artist: Artist) -> Json:
        """The simplified artist."""
        return self._head("artist", artist.id, artist.name)

    def album_link(self, album: Album) -> Json:
        """The simplified album."""
        date, precision = _release(album.id)
        images = [] if self.switches.albums_without_images else self._images("album", album.id, ALBUM_SIZES)
        document = self._head("album", album.id, album.name) | {
            "album_type": "album",
            "artists": [self.artist_link(artist) for artist in album.artists],
            "images": images,
            "release_date": date,
            "release_date_precision": precision,
            "total_tracks": 8 + digest("tracks", album.id)[0] % 8,
        }
        if self.placed:
            document["is_playable"] = True
        if self.extended:
            document["available_markets"] = ["DE", "NO", "US"]
        return document

    def album(self, album: Album, tracks: Json) -> Json:
        """The full album with a page of its tracks."""
        upc = f"{int.from_bytes(digest('upc', album.id)[:5]) % 10**12:012d}"
        document = self.album_link(album) | {
            "tracks": tracks,
            "genres": [],
            "copyrights": [{"text": "Made up", "type": "C"}],
            "external_ids": {"upc": upc},
        }
        if self.extended:
            document |= {"label": "Made-up Records", "popularity": digest("weight", album.id)[0] % 101}
        return document

    def track_link(self, track: Track) -> Json:
        """The simplified track, as albums list it."""
        document = self._head("track", track.id, track.name) | {
            "artists": [self.artist_link(artist) for artist in track.artists],
            "disc_number": 1,
            "duration_ms": track.duration_ms,
            "explicit": track.explicit,
            "is_local": False,
            "track_number": 1 + digest("number", track.id)[0] % 8,
        }
        if self.placed:
            document["is_playable"] = True
        return document | self._preview(track)

    def track(self, track: Track) -> Json:
        """The full track."""
        document = self.track_link(track) | {
            "album": self.album_link(track.album),
            "external_ids": {"isrc": track.isrc},
        }
        if self.extended:
            document |= {"available_markets": ["DE", "NO", "US"], "popularity": digest("weight", track.id)[0] % 101}
        return document

    def show(self, show: Show) -> Json:
        """The show."""
        return self._head("show", show.id, show.name) | {
            "description": "A show that nobody recorded.",
            "explicit": False,
            "images": self._images("show", show.id, ALBUM_SIZES),
            "languages": ["en"],
            "media_type": "audio",
            "publisher": show.publisher,
            "total_episodes": 10 + digest("episodes", show.id)[0],
        }

    def episode_link(self, episode: Episode) -> Json:
        """The simplified episode."""
        date, precision = _release(episode.id)
        return self._head("episode", episode.id, episode.name) | {
            "description": "An episode that nobody recorded.",
            "duration_ms": episode.duration_ms,
            "explicit": False,
            "images": self._images("episode", episode.id, ALBUM_SIZES),
            "languages": ["en"],
            "release_date": date,
            "release_date_precision": precision,
        }

    def episode(self, episode: Episode) -> Json:
        """The full episode with its show."""
        return self.episode_link(episode) | {"show": self.show(episode.show)}

    def playlist(self, item_id: str, name: str) -> Json:
        """A playlist as search lists it."""
        return self._head("playlist", item_id, name) | {
            "description": "",
            "images": self._images("playlist", item_id, ALBUM_SIZES),
            "public": True,
        }

    def person(self, person: Person, scopes: tuple[str, ...]) -> Json:
        """The account, with what mode, switches and scopes allow."""
        document: Json = {
            "display_name": person.display_name,
            "external_urls": {"spotify": f"{self.public_url}/user/{person.id}"},
            "href": f"{self.public_url}/v1/users/{person.id}",
            "id": person.id,
            "images": self._images("user", person.id, (300, 64)),
            "type": "user",
            "uri": f"spotify:user:{person.id}",
        }
        if self.switches.account_id:
            document["account_id"] = person.account_id
        if self.extended or self.switches.user_fields:
            document["followers"] = {"href": None, "total": 0}
            if "user-read-private" in scopes:
                filters = {"filter_enabled": False, "filter_locked": False}
                document |= {"country": person.country, "product": "premium", "explicit_content": filters}
            if "user-read-email" in scopes:
                document["email"] = f"{person.id}@example.org"
        return document

    def _head(self, kind: str, item_id: str, name: str) -> Json:
        return {
            "external_urls": {"spotify": f"{self.public_url}/{kind}/{item_id}"},
            "href": f"{self.public_url}/v1/{kind}s/{item_id}",
            "id": item_id,
            "name": name,
            "type": kind,
            "uri": f"spotify:{kind}:{item_id}",
        }

    def _images(self, kind: str, item_id: str, sizes: tuple[int, ...]) -> list[Json]:
        return [
            {"url": f"{self.public_url}/image/{picture_id(kind, item_id, size)}", "height": size, "width": size}
            for size in sizes
        ]

    def _preview(self, track: Track) -> Json:
        position = self.switches.preview_url
        if position == "by mode":
            position = "null" if self.extended else "absent"
        if position == "absent":
            return {}
        return {"preview_url": f"{self.public_url}/sample/{track.id}" if position == "present" else None}


def _release(item_id: str) -> tuple[str, str]:
    """A date and its precision; years and months alone occur."""
    picks = digest("release", item_id)
    year, month, day = 1965 + picks[0] % 60, 1 + picks[1] % 12, 1 + picks[2] % 28
    forms = ((f"{year}", "year"), (f"{year}-{month:02d}", "month"), (f"{year}-{month:02d}-{day:02d}", "day"))
    return forms[min(picks[3] % 10, 2)]

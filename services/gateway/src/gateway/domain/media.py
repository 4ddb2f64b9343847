"""Media beside the numbers: what is known about one thing, and what stands where nothing is."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import msgspec

from contracts.messages.media import MediaItem
from contracts.samples import SampleSource
from contracts.spotify_ids import misses_too
from gateway.domain.me_view import Picture

MediaState = Literal["complete", "pending", "unavailable"]


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A sample to listen to: `audio` is a sound file, `embed` a page of Spotify's player.

    `source` is who plays it, to be named beside it; `link` is where the source shows the track.
    """

    kind: Literal["audio", "embed"]
    url: str
    source: SampleSource
    link: str | None


class Media(NamedTuple):
    """What is known about one thing until `expires_at` (unix ms): nothing at all, where it was looked for in vain."""

    expires_at: int = 0
    picture: Picture | None = None
    preview: Preview | None = None
    link: str | None = None
    missing: bool = False
    """Looked for in vain, by `missing_id`."""
    missing_id: str | None = None
    """None: by its name alone."""
    waiting: bool = False
    """Not looked for before `expires_at`."""

    def settles(self, item: MediaItem) -> bool:
        """Whether there is nothing more to look for."""
        return not self.waiting and (not self.missing or misses_too(self.missing_id, item.sample_id))


NOTHING = Media()
Known = Mapping[str, Media]


class MediaFound(NamedTuple):
    """What is known for one report, by media key; whether more comes, and where that has to wait, until when."""

    known: Known
    state: MediaState
    resumes_at: int | None = None
    """Unix ms: the first moment at which something that is missing is looked for again."""

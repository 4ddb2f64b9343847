"""What is kept of a picture or sample, and for how long (Spotify's terms allow temporary caching only)."""

from typing import Literal

import msgspec

from contracts.samples import SampleSource
from enricher.domain.answers import Embed, Image, Thing, Track

_DAY_MS = 24 * 3_600_000
ANSWERS_MS = 5 * _DAY_MS
"""So long an answer of Spotify serves other things than the one that it was asked for."""
KEPT_MS = 30 * _DAY_MS - ANSWERS_MS
"""Media made of such an answer are gone 30 days after Spotify gave it, and fetched again only when somebody looks."""
FOR_NOW_MS = 3_600_000
WITHOUT_APPLICATION_MS = _DAY_MS
"""What only an application could tell is looked for again after a day: there may be one by then."""
ROW_PX = 160
"""A row of the page holds 56 points, 168 pixels on the finest screens: 160, the least that artists have, is enough."""


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A sample. `url` is None where it must be asked for when it is played, by `source_id`; `link` shows it."""

    kind: Literal["audio", "embed"]
    url: str | None
    source: SampleSource = "spotify"
    link: str | None = None
    source_id: str | None = None


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """A picture (linked, never copied), a sample and the link to Spotify of one thing."""

    spotify_id: str
    image_url: str | None
    image_width: int | None
    row_image_url: str | None = None
    """The same picture for a row, at least `ROW_PX` wide, where there is a smaller one."""
    preview: Preview | None
    link: str | None
    for_now: bool = False
    """A source of samples did not answer: there may be a better one soon."""

    def kept_ms(self) -> int:
        """How long it is kept."""
        return FOR_NOW_MS if self.for_now else KEPT_MS


def of_track(track: Track, embed_url: str) -> Media:
    """Cover and sample of a track. `preview_url` is taken where Spotify still sends one, else its own embed."""
    image_url, image_width = largest_image(track.album.images)
    sent = track.preview_url if isinstance(track.preview_url, str) else None
    audio = Preview(kind="audio", url=sent, link=_link(track)) if sent else None
    return Media(
        spotify_id=track.id,
        image_url=image_url,
        image_width=image_width,
        row_image_url=row_image(track.album.images),
        preview=audio or embedded(track.id, embed_url),
        link=_link(track),
    )


def of_thing(thing: Thing) -> Media:
    """Picture of an artist, album or show; these have no sample of their own."""
    image_url, image_width = largest_image(thing.images)
    return Media(
        spotify_id=thing.id,
        image_url=image_url,
        image_width=image_width,
        row_image_url=row_image(thing.images),
        preview=None,
        link=_link(thing),
    )


def of_embed(embed: Embed, item_id: str, link: str, preview: Preview | None) -> Media:
    """What oEmbed tells of the thing with this id."""
    return Media(
        spotify_id=item_id,
        image_url=embed.thumbnail_url,
        image_width=embed.thumbnail_width,
        preview=preview,
        link=link,
    )


def embedded(track_id: str, embed_url: str) -> Preview:
    """Spotify's own player of a track."""
    return Preview(kind="embed", url=f"{embed_url}/track/{track_id}")


def largest_image(images: list[Image] | None) -> tuple[str | None, int | None]:
    """Address and width of the widest picture; widths may be null, the list may be empty."""
    if not images:
        return None, None
    widest = max(images, key=lambda image: image.width or 0)
    return widest.url, widest.width


def row_image(images: list[Image] | None) -> str | None:
    """Address of the narrowest picture that is fine enough for a row; None where that is the widest, or none is."""
    fine = [image for image in images or () if image.width and image.width >= ROW_PX]
    if not fine:
        return None
    narrowest = min(fine, key=lambda image: image.width or 0)
    return None if narrowest.url == largest_image(images)[0] else narrowest.url


def _link(thing: Thing) -> str | None:
    return thing.external_urls.get("spotify")

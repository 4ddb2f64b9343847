"""What is kept of a picture or sample, and for how long (Spotify's terms allow temporary caching only)."""

from typing import Literal

import msgspec

from enricher.domain.answers import Image, Thing, Track

KEPT_MS = 30 * 24 * 3_600_000
"""Entries expire after 30 days and are fetched again only when somebody looks."""


class Media(msgspec.Struct, frozen=True, kw_only=True):
    """A picture (linked, never copied), a sample and the link to Spotify of one thing."""

    spotify_id: str
    image_url: str | None
    image_width: int | None
    preview_kind: Literal["audio", "embed"] | None
    preview_url: str | None
    link: str | None


def of_track(track: Track, embed_url: str) -> Media:
    """Cover and sample of a track. `preview_url` is taken where Spotify still sends one, else its own embed."""
    image_url, image_width = largest_image(track.album.images)
    audio = track.preview_url
    return Media(
        spotify_id=track.id,
        image_url=image_url,
        image_width=image_width,
        preview_kind="audio" if audio else "embed",
        preview_url=audio or f"{embed_url}/track/{track.id}",
        link=_link(track),
    )


def of_thing(thing: Thing) -> Media:
    """Picture of an artist, album or show; these have no sample of their own."""
    image_url, image_width = largest_image(thing.images)
    return Media(
        spotify_id=thing.id,
        image_url=image_url,
        image_width=image_width,
        preview_kind=None,
        preview_url=None,
        link=_link(thing),
    )


def largest_image(images: list[Image] | None) -> tuple[str | None, int | None]:
    """Address and width of the widest picture; widths may be null, the list may be empty."""
    if not images:
        return None, None
    widest = max(images, key=lambda image: image.width or 0)
    return widest.url, widest.width


def _link(thing: Thing) -> str | None:
    return thing.external_urls.get("spotify")

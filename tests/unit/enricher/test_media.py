"""From Spotify's objects to what is kept."""

import msgspec

from enricher.domain.answers import Album, Image, Thing, Track
from enricher.domain.media import largest_image, of_thing, of_track

IMAGES = [Image("small", 64), Image("large", 640), Image("unknown", None)]
TRACK = Track(
    id="t1",
    album=Album(id="b1", images=IMAGES),
    external_urls={"spotify": "https://open.spotify.com/track/t1"},
)


def test_the_widest_picture_is_taken() -> None:
    assert largest_image(IMAGES) == ("large", 640)


def test_no_pictures_are_no_picture() -> None:
    assert largest_image([]) == (None, None)
    assert largest_image(None) == (None, None)


def test_the_sample_is_the_embed_where_spotify_sends_none() -> None:
    media = of_track(TRACK, "https://open.spotify.com/embed")
    assert (media.preview_kind, media.preview_url) == ("embed", "https://open.spotify.com/embed/track/t1")


def test_the_sample_is_the_preview_where_spotify_sends_one() -> None:
    media = of_track(msgspec.structs.replace(TRACK, preview_url="https://p.example/x.mp3"), "unused")
    assert (media.preview_kind, media.preview_url) == ("audio", "https://p.example/x.mp3")


def test_an_artist_without_pictures_is_found_without_a_picture() -> None:
    media = of_thing(Thing(id="a1", images=[]))
    assert (media.spotify_id, media.image_url, media.link) == ("a1", None, None)

"""From Spotify's objects to what is kept."""

import msgspec
import pytest

from enricher.domain.answers import Album, Image, Thing, Track
from enricher.domain.media import FOR_NOW_MS, KEPT_MS, Preview, largest_image, of_thing, of_track, row_image

IMAGES = [Image("small", 64), Image("large", 640), Image("unknown", None)]
LINK = "https://open.spotify.com/track/t1"
TRACK = Track(id="t1", album=Album(id="b1", images=IMAGES), external_urls={"spotify": LINK})


def test_the_widest_picture_is_taken() -> None:
    assert largest_image(IMAGES) == ("large", 640)


def test_no_pictures_are_no_picture() -> None:
    assert largest_image([]) == (None, None)
    assert largest_image(None) == (None, None)


@pytest.mark.parametrize(
    ("widths", "taken"),
    [
        ([640, 300, 64], "300"),
        ([64, 640, 300], "300"),
        ([640, 320, 160], "160"),
        ([640, 64], None),
        ([300], None),
        ([None, 64], None),
        ([], None),
    ],
)
def test_a_row_takes_the_narrowest_that_is_fine_enough(widths: list[int | None], taken: str | None) -> None:
    images = [Image(str(width), width) for width in widths]
    assert row_image(images) == taken
    assert of_thing(Thing(id="a1", images=images)).row_image_url == taken
    assert (
        of_track(msgspec.structs.replace(TRACK, album=Album(id="b1", images=images)), "unused").row_image_url == taken
    )


def test_the_sample_is_the_embed_where_spotify_sends_none() -> None:
    preview = of_track(TRACK, "https://open.spotify.com/embed").preview
    assert preview == Preview(kind="embed", url="https://open.spotify.com/embed/track/t1")


def test_the_sample_is_the_preview_where_spotify_sends_one() -> None:
    preview = of_track(msgspec.structs.replace(TRACK, preview_url="https://p.example/x.mp3"), "unused").preview
    assert preview == Preview(kind="audio", url="https://p.example/x.mp3", link=LINK)


def test_an_artist_without_pictures_is_found_without_a_picture() -> None:
    media = of_thing(Thing(id="a1", images=[]))
    assert (media.spotify_id, media.image_url, media.link) == ("a1", None, None)


def test_what_may_soon_be_better_is_kept_for_an_hour_only() -> None:
    media = of_track(TRACK, "unused")
    assert media.kept_ms() == KEPT_MS
    assert msgspec.structs.replace(media, for_now=True).kept_ms() == FOR_NOW_MS

"""Pictures and sounds: made from an id, the same for ever, well formed."""

import io
import wave

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from stack.double.picture_ids import ALBUM_SIZES, ARTIST_SIZES, picture_id, read_picture_id
from stack.double.pictures import draw
from stack.double.sounds import SECONDS, sample


@settings(max_examples=60)
@given(st.binary(min_size=12, max_size=12), st.sampled_from(["album", "artist", "user"]))
def test_every_seed_gives_a_well_formed_square(seed: bytes, kind: str) -> None:
    with Image.open(io.BytesIO(draw(kind, 64, seed))) as picture:
        picture.load()
        assert (picture.format, picture.size) == ("JPEG", (64, 64))
    assert draw(kind, 64, seed) == draw(kind, 64, seed)


def test_the_sizes_of_one_picture_share_their_end() -> None:
    for kind, sizes in (("album", ALBUM_SIZES), ("artist", ARTIST_SIZES)):
        ids = [picture_id(kind, "x" * 22, size) for size in sizes]
        assert len({text[16:] for text in ids}) == 1
        assert [known[1] for text in ids if (known := read_picture_id(text))] == list(sizes)


def test_what_is_no_picture() -> None:
    for text in ("", "ab67616d0000b273", "ab67616d0000b273" + "g" * 24, "0" * 40):
        assert read_picture_id(text) is None


def test_a_sample_lasts_thirty_seconds() -> None:
    with wave.open(io.BytesIO(sample("x" * 22))) as file:
        assert file.getnframes() / file.getframerate() == SECONDS

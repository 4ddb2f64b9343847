"""When nothing more is to be looked for."""

import pytest

from contracts.messages.media import MediaItem
from gateway.domain.me_view import Picture
from gateway.domain.media import Media

ID, OTHER_ID = "1" * 22, "2" * 22


def item(sample_id: str | None) -> MediaItem:
    return MediaItem(key="0" * 32, kind="track", artist="a", title="t", sample_id=sample_id)


@pytest.mark.parametrize(
    ("media", "sample_id", "settled"),
    [
        (Media(1, Picture(url="u")), "id", True),
        (Media(1), "id", True),
        (Media(1, missing=True), None, True),
        (Media(1, missing=True), ID, False),
        (Media(1, missing=True, missing_id=ID), ID, True),
        (Media(1, missing=True, missing_id=ID), None, True),
        (Media(1, missing=True, missing_id=OTHER_ID), ID, False),
        (Media(1, missing=True, missing_id=""), ID, False),
        (Media(1, missing=True, missing_id=""), "no id", True),
        (Media(1, waiting=True), "id", False),
        (Media(1, waiting=True), None, False),
    ],
)
def test_what_waits_is_open_and_what_is_missing_for_who_brings_another_id(
    media: Media, sample_id: str | None, settled: bool
) -> None:
    assert media.settles(item(sample_id)) is settled

"""From the aggregator's answer to the interface: names, moments, media, and nothing counted anew."""

from typing import Any

import msgspec
from hypothesis import given, settings

from contracts.messages.people import Profile
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import Picture
from gateway.domain.media import Media, Preview, items_of
from gateway.domain.wrapped_mapping import wrapped_of
from tests.unit.gateway.answers import answers, small_answer

PROFILE = Profile(
    person_id="a" * 32, name="Ada", picture="https://i.scdn.co/1", time_zone="UTC", locale="en", sharing=False,
    connected=True, connected_until=None,
)  # fmt: skip
FIGURES = ("rank", "ms_played", "streams", "plays", "share")
LISTS = ("top_tracks", "top_artists", "top_albums", "top_shows")


def shown(answer: Wrapped, known: dict[str, Media]) -> Any:
    return msgspec.json.decode(msgspec.json.encode(wrapped_of(answer, PROFILE, known, "complete")))


@settings(max_examples=30)
@given(answers())
def test_no_figure_is_changed(answer: Wrapped) -> None:
    report = shown(answer, {})
    assert (report["from"], report["to"]) == (answer.first_day, answer.last_day)
    assert report["totals"]["ms_played"] == answer.totals.ms_played
    for name in LISTS:
        for entry, ranked in zip(report[name], getattr(answer, name), strict=True):
            assert [entry[figure] for figure in FIGURES] == [getattr(ranked, figure) for figure in FIGURES]


@settings(max_examples=30)
@given(answers())
def test_everything_shown_is_asked_for_once_and_gets_its_media(answer: Wrapped) -> None:
    items = items_of(answer)
    assert set(items) == {item.key for item in items.values()}
    preview = Preview(kind="audio", url="https://p.scdn.co/1")
    report = shown(answer, {key: Media(1, Picture(url=key), preview, f"https://open/{key}") for key in items})
    pictures = {
        (entry.get("cover") or entry.get("image"))["url"] for name in LISTS for entry in report[name]
    }  # fmt: skip
    assert pictures <= set(items)
    assert all(entry["link"].startswith("https://open/") for name in LISTS for entry in report[name])


def test_what_was_looked_for_in_vain_leaves_places_empty() -> None:
    answer = small_answer()
    (track,) = shown(answer, {key: Media() for key in items_of(answer)})["top_tracks"]
    assert (track["cover"], track["preview"]) == (None, None)
    assert track["link"] == "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"


def test_favourites_are_looked_for_first() -> None:
    first = next(iter(items_of(small_answer()).values()))
    assert (first.kind, first.artist, first.title) == ("track", "Die Nachbarn", "Treppenhaus")

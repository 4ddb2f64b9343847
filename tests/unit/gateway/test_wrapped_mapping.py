"""From the aggregator's answer to the interface: names, moments, media, and nothing counted anew."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec
from hypothesis import HealthCheck, given, settings

from contracts.messages.discovery import NewTrack
from contracts.messages.habits import MostSkipped
from contracts.messages.people import Profile
from contracts.messages.treasures import Lifeline, TrackTreasure
from contracts.messages.wrapped import Wrapped
from gateway.domain.me_view import Picture
from gateway.domain.media import Media, Preview
from gateway.domain.media_items import items_of
from gateway.domain.times import unix_ms
from gateway.domain.viewing import own
from gateway.domain.wrapped_mapping import wrapped_of
from gateway.domain.wrapped_view import WrappedView
from tests.unit.gateway.answers import answers, small_answer

PROFILE = Profile(
    person_id="a" * 32, name="Ada", picture="https://i.scdn.co/1", time_zone="UTC", locale="en", sharing=False,
    connected=True, connected_until=None,
)  # fmt: skip
RENAMED = {"first_day": "from", "last_day": "to"}
AT_HOME = frozenset({"sample_id", "sample_title"})
"""What leads to media and is not shown."""
MEDIA = frozenset({"cover", "image", "preview", "link"})
PLENTY = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])


def shown(answer: Wrapped, known: dict[str, Media]) -> WrappedView:
    return wrapped_of(answer, items_of(answer), own(PROFILE), known, "complete")


def read(answer: Wrapped, known: dict[str, Media]) -> Any:
    return msgspec.json.decode(msgspec.json.encode(shown(answer, known)))


@PLENTY
@given(answers())
def test_no_figure_is_lost_or_changed(answer: Wrapped) -> None:
    report = msgspec.to_builtins(shown(answer, {}), builtin_types=(datetime,))
    assert renamed_window(msgspec.to_builtins(answer)) == without_media(report)


def renamed_window(said: dict[str, Any]) -> Any:
    """The answer with the interface's names of days, and without what is not shown."""
    for holder in (said, said["totals"]["previous"]):
        for name in RENAMED if holder else ():
            holder[RENAMED[name]] = holder.pop(name)
    return pruned(said, AT_HOME)


def without_media(report: dict[str, Any]) -> Any:
    """The report without what the gateway adds, moments as the contract has them."""
    del report["person"], report["media"], report["media_resumes_at"]
    return pruned(report, MEDIA)


def pruned(node: Any, names: frozenset[str]) -> Any:
    if isinstance(node, dict):
        return {name: pruned(value, names) for name, value in node.items() if name not in names}
    if isinstance(node, list):
        return [pruned(value, names) for value in node]
    return unix_ms(node) if isinstance(node, datetime) else node


@PLENTY
@given(answers())
def test_everything_shown_is_asked_for_once_and_gets_its_media(answer: Wrapped) -> None:
    items = items_of(answer).by_key()
    assert set(items) == {item.key for item in items.values()}
    preview = Preview(kind="audio", url="https://p.scdn.co/1", source="spotify", link=None)
    report = read(answer, {key: Media(1, Picture(url=key), preview, f"https://open/{key}") for key in items})
    entries = list(entries_with_media(report))
    pictures = {(entry.get("cover") or entry.get("image"))["url"] for entry in entries}
    assert pictures == set(items)
    assert all(entry["link"].startswith("https://open/") for entry in entries)
    assert all(entry["preview"] for entry in entries if "preview" in entry)


def entries_with_media(node: Any) -> Iterator[Any]:
    """Everything in the report that has media."""
    if isinstance(node, dict):
        if {"cover", "image"} & node.keys():
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from entries_with_media(part)


def test_what_was_looked_for_in_vain_leaves_places_empty() -> None:
    answer = small_answer()
    (track,) = read(answer, {key: Media() for key in items_of(answer).by_key()})["top_tracks"]
    assert (track["cover"], track["preview"]) == (None, None)
    assert track["link"] == "https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC"


def test_until_when_pictures_wait_is_a_moment() -> None:
    answer = small_answer()
    report = wrapped_of(answer, items_of(answer), own(PROFILE), {}, "unavailable", 1_700_000_000_000)
    assert json.loads(msgspec.json.encode(report))["media_resumes_at"] == "2023-11-14T22:13:20Z"
    assert read(answer, {})["media_resumes_at"] is None


def test_moments_are_iso_8601_in_utc() -> None:
    report = read(small_answer(), {})
    assert report["top_tracks"][0]["first_played"] == "2023-11-14T22:13:20Z"
    assert report["rhythm"]["longest_sitting"]["start"] == "2023-11-14T22:10:00Z"


@PLENTY
@given(answers())
def test_moments_are_those_of_the_answer(answer: Wrapped) -> None:
    for ranked, track in zip(answer.top_tracks, shown(answer, {}).top_tracks, strict=True):
        assert (unix_ms(track.first_played), unix_ms(track.last_played)) == (ranked.first_played, ranked.last_played)


def test_favourites_are_looked_for_first_then_the_first_of_each_list() -> None:
    answer = small_answer()
    (track,) = answer.top_tracks
    second = msgspec.structs.replace(track, title="Keller")
    (artist,) = answer.top_artists
    other = msgspec.structs.replace(artist, name="Andere")
    answer = small_answer(top_tracks=[track, second], top_artists=[other])
    assert [(item.kind, item.title or item.artist) for item in items_of(answer).by_key().values()] == [
        ("track", "Treppenhaus"),
        ("artist", "Die Nachbarn"),
        ("artist", "Andere"),
        ("track", "Keller"),
    ]


def test_an_id_is_taken_from_wherever_one_is_known() -> None:
    answer = small_answer()
    (track,) = answer.top_tracks
    answer = small_answer(top_tracks=[msgspec.structs.replace(track, spotify_id=None), track])
    assert next(iter(items_of(answer).by_key().values())).sample_id == track.spotify_id


def test_a_thing_in_two_lists_is_looked_for_with_its_longer_time() -> None:
    answer = small_answer()
    (track,) = answer.top_tracks
    for longer in ([1, 5], [5, 1]):
        tracks = [msgspec.structs.replace(track, ms_played=200_000 * times) for times in longer]
        item = next(iter(items_of(small_answer(top_tracks=tracks)).by_key().values()))
        assert item.ms_played == 1_000_000


@PLENTY
@given(answers())
def test_everything_is_wished_for_with_the_longest_time_that_a_list_says(answer: Wrapped) -> None:
    items = items_of(answer)
    played = {item.key: item.ms_played for item in items.by_key().values()}
    for items_of_list in items:
        assert all(item.ms_played <= played[item.key] for item in items_of_list)
    assert sum(played.values()) <= sum(item.ms_played for items_of_list in items for item in items_of_list)


def test_the_time_of_a_thing_is_what_its_list_says_of_it() -> None:
    new = NewTrack(
        title="Neu", artist="a", album=None, day="2023-11-14", ms_played=3, streams=1, plays=1, spotify_id=None
    )
    loved = TrackTreasure(
        title="Alt", artist="a", album=None, ms_then=5, ms_now=2, streams=1, plays=1, first_played=0, last_played=0,
        spotify_id=None, months=Lifeline(first_month="2023-11", ms_played=[7]),
    )  # fmt: skip
    skipped = MostSkipped(title="Nie", artist="a", skips=9, plays=9, spotify_id=None)
    answer = small_answer()
    answer = small_answer(
        discovery=msgspec.structs.replace(answer.discovery, new_tracks=[new]),
        treasures=msgspec.structs.replace(answer.treasures, loved_tracks=[loved]),
        habits=msgspec.structs.replace(answer.habits, most_skipped=skipped),
    )
    items = items_of(answer)
    assert [item.ms_played for (item,) in (items.new_tracks, items.loved_tracks, items.most_skipped)] == [3, 7, 0]
    assert [item.ms_played for (item,) in (items.top_tracks, items.top_artists)] == [200_000, 200_000]

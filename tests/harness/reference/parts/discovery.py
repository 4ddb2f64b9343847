"""Discovery: artists and tracks whose first counted play, of any length, lies in the window."""

from typing import Any

from tests.harness.reference.first_heard import first_plays
from tests.harness.reference.keys import Key, KeyOf, artist_key, grouped, track_key
from tests.harness.reference.most_played import album_of, id_of, sample_of
from tests.harness.reference.parts.toplists import in_order, titles
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import playing_time, sums
from tests.harness.reference.view import View


def discovery(view: View) -> dict[str, Any]:
    """Counts, playing time that went to what was new, months, and the lists in full length."""
    artists, tracks = new_in(view, artist_key), new_in(view, track_key)
    return {
        "artists": len(artists),
        "tracks": len(tracks),
        "ms_played": playing_time(play for play in view.inside() if play.kind == "track"),
        "ms_played_new_artists": playing_time(play for play in view.inside() if artist_key(play) in artists),
        "ms_played_new_tracks": playing_time(play for play in view.inside() if track_key(play) in tracks),
        "months": _months(view, artists, tracks),
        "new_artists": _new_artists(view, artists),
        "new_tracks": _new_tracks(view, tracks),
    }


def new_in(view: View, key_of: KeyOf) -> dict[Key, Play]:
    """What was first heard in the window, each with its first play."""
    inside = {id(play) for play in view.inside()}
    return {key: play for key, play in first_plays(view.counted, key_of).items() if id(play) in inside}


def _months(view: View, artists: dict[Key, Play], tracks: dict[Key, Play]) -> list[dict[str, Any]]:
    of_artists, of_tracks = view.by_month(artists.values()), view.by_month(tracks.values())
    return [
        {"month": month, "artists": len(of_artists.get(month, [])), "tracks": len(of_tracks.get(month, []))}
        for month in view.months()
    ]


def _new_artists(view: View, first: dict[Key, Play]) -> list[dict[str, Any]]:
    found = []
    for key, plays in in_order(grouped(view.inside(), artist_key), "time"):
        if key in first:
            sample, title = sample_of(plays)
            samples = {"sample_id": sample, "sample_title": title}
            day = view.day(first[key]).isoformat()
            found.append({"name": key[0], "day": day, **sums(plays), "tracks": titles(plays), **samples})
    return found


def _new_tracks(view: View, first: dict[Key, Play]) -> list[dict[str, Any]]:
    return [
        {
            "title": key[0], "artist": key[1], "day": view.day(first[key]).isoformat(), **sums(plays),
            "album": album_of(plays), "spotify_id": id_of(plays),
        }
        for key, plays in in_order(grouped(view.inside(), track_key), "time") if key in first
    ]  # fmt: skip

"""The last plays become estimates that the same plays of an export meet, once each."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from contracts.messages.feed import RecentPlay, RecentPlaysFetched
from tests.unit.uploader.feeds import NOW_MS, recent
from tests.unit.uploader.uploads import read_upload
from uploader.domain.recent_plays import new_plays, upload_id_of
from uploader.domain.records import in_records

ID = "0" * 21 + "A"
_listed = st.lists(
    st.builds(
        recent,
        minute=st.integers(0, 4),
        title=st.sampled_from(["Low", "Fée", ""]),
        ms=st.sampled_from([31_000, 60_000]),
        spotify_id=st.sampled_from([ID, None]),
    ),
    max_size=12,
)


def answer(plays: Sequence[RecentPlay], fetched_at: int = NOW_MS) -> RecentPlaysFetched:
    return RecentPlaysFetched(person_id="p", request_id="r", fetched_at=fetched_at, full=False, plays=list(plays))


def identities(plays: Sequence[RecentPlay], newest_known: int | None = None) -> list[str]:
    return [identity for identity, _ in new_plays(answer(plays), newest_known)]


def test_a_play_is_an_estimate_of_the_length_of_its_track() -> None:
    listed = RecentPlay(
        played_at=NOW_MS - 1, spotify_id=ID, title=" Treppenhaus ", artist="E\u0301", album="", duration_ms=215_000
    )
    ((source, columns),) = in_records(new_plays(answer([listed]), None))
    assert source == "live"
    assert (columns.played_at, columns.ms_played, columns.row) == ([NOW_MS - 1], [215_000], [1])
    assert (columns.artist, columns.title, columns.album) == (["É"], ["Treppenhaus"], [None])
    assert (columns.kind, columns.spotify_id, columns.private) == (["track"], [ID], [None])


def test_an_export_row_of_the_same_length_is_the_same_play() -> None:
    moment = NOW_MS // 1000 * 1000 - 60_000
    listed = RecentPlay(played_at=moment + 567, spotify_id=ID, title="T", artist="A", album=None, duration_ms=215_000)
    row = {
        "ts": f"{_utc(moment)}Z", "ms_played": 215_000, "master_metadata_track_name": "T",
        "master_metadata_album_artist_name": "A", "spotify_track_uri": f"spotify:track:{ID}",
    }  # fmt: skip
    assert identities([listed]) == read_upload(json.dumps([row]).encode()).identities()


@given(_listed, st.integers(0, 4))
def test_plays_that_are_known_are_not_sent_again(listed: list[RecentPlay], minute: int) -> None:
    newest_known = NOW_MS - minute * 60_000
    everything = dict(new_plays(answer(listed), None))
    newer = new_plays(answer(listed), newest_known)
    assert [identity for identity, _ in newer] == [
        identity for identity, play in everything.items() if play.played_at > newest_known
    ]
    assert [play.row for _, play in newer] == list(range(1, len(newer) + 1))


@given(_listed, st.randoms())
def test_the_order_of_the_list_changes_nothing(listed: list[RecentPlay], random: Random) -> None:
    shuffled = list({(play.played_at, play.spotify_id): play for play in listed}.values())
    before = new_plays(answer(shuffled), None)
    random.shuffle(shuffled)
    after = new_plays(answer(shuffled), None)
    assert after == before
    assert upload_id_of("p", after) == upload_id_of("p", before)


def test_two_of_one_track_in_a_minute_are_two_plays_in_whatever_answers_they_come() -> None:
    minute = NOW_MS // 60_000 * 60_000 - 60_000
    one, other = (
        RecentPlay(played_at=minute + ms, spotify_id=ID, title="T", artist="A", album=None, duration_ms=31_000)
        for ms in (1_000, 45_000)
    )
    (first,) = identities([one])
    assert identities([one, other], newest_known=one.played_at) == [
        identity for identity in identities([one, other]) if identity != first
    ]


def test_a_play_that_is_listed_twice_is_one() -> None:
    assert len(identities([recent(1), recent(1)])) == 1


def test_what_cannot_be_is_left_out() -> None:
    future, endless, ancient = recent(-1), recent(1, ms=8 * 86_400_000), recent(60 * 24 * 365 * 30)
    assert identities([future, endless, ancient]) == []
    assert len(new_plays(answer([future], future.played_at), None)) == 1


def test_another_person_or_another_play_is_another_upload() -> None:
    one, other = new_plays(answer([recent(1)]), None), new_plays(answer([recent(2)]), None)
    assert len({upload_id_of("p", one), upload_id_of("q", one), upload_id_of("p", other)}) == 3


def _utc(moment: int) -> str:
    return f"{datetime.fromtimestamp(moment // 1000, UTC):%Y-%m-%dT%H:%M:%S}"

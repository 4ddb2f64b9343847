"""A row becomes a play or a reason (product.md)."""

import json
from typing import Any

import msgspec
import pytest

from tests.harness.histories.odd_rows import GOOD, GOOD_ACCOUNT, Odd, odd_account, odd_extended, odd_json
from tests.unit.uploader.uploads import NOW_MS, read_upload
from uploader.domain.account_rows import AccountReader
from uploader.domain.extended_rows import ExtendedReader
from uploader.domain.play import Play
from uploader.domain.rows import RowReader

ID = "4uLU6hMCjMI75M1A2tKUQC"


def read(reader: RowReader[Any], row: Any) -> Play | str:
    """The play in one row, or the reason why it is none."""
    found = reader.read(1, [row])
    return found.plays[0] if found.plays else found.rejected[0][1]


def extended(**changes: Any) -> Play:
    play = read(ExtendedReader(NOW_MS), {**GOOD, **changes})
    assert isinstance(play, Play), play
    return play


def account(row: dict[str, Any]) -> Play:
    play = read(AccountReader(NOW_MS), {"endTime": "2024-03-05 10:11", "msPlayed": 1, **row})
    assert isinstance(play, Play), play
    return play


@pytest.mark.parametrize("rows", [odd_extended(), odd_account()], ids=["extended", "account"])
def test_odd_rows_are_rejected_with_their_reason_or_kept(rows: list[Odd]) -> None:
    found = read_upload(odd_json(rows), "history.json")
    reasons = dict(found.rejected[0])
    kept = {row for _, _, columns in found.records for row in columns.row}
    for number, (row, reason) in enumerate(rows, start=1):
        assert reasons.get(number) == reason, row
        assert (number in kept) == (reason is None), row
    assert found.tallies[0].read == len(rows)


@pytest.mark.parametrize(("reader", "row"), [(ExtendedReader, GOOD), (AccountReader, GOOD_ACCOUNT)])
def test_typed_and_plain_rows_give_the_same_play(reader: type[RowReader[Any]], row: Any) -> None:
    (typed,) = reader.decoder.decode(json.dumps([row]))
    assert read(reader(NOW_MS), typed) == read(reader(NOW_MS), row)


def test_rows_are_numbered_through_plays_and_others() -> None:
    found = ExtendedReader(NOW_MS).read(7, [5, GOOD, {}, GOOD])
    assert [play.row for play in found.plays] == [8, 10]
    assert found.rejected == [(7, "not an object"), (9, "ms_played is missing")]


def test_a_reader_remembers_names_without_mixing_them() -> None:
    names = [f"  {number} " for number in range(5)] * 2
    rows = [{**GOOD, "master_metadata_track_name": name} for name in names]
    reader = ExtendedReader(NOW_MS)
    assert [play.title for play in reader.read(1, rows).plays] == [name.strip() for name in names]
    assert reader.read(1, rows[:1]).plays[0].title == "0"


def test_an_extended_row_is_read_whole() -> None:
    play = extended(
        platform="android",
        conn_country="DE",
        reason_start="trackdone",
        reason_end="fwdbtn",
        shuffle=True,
        skipped=False,
        offline=None,
        offline_timestamp=1_709_633_000,
        incognito_mode=True,
        spotify_track_uri=f"spotify:track:{ID}",
    )
    assert (play.played_at, play.ms_played, play.kind) == (1_709_633_472_000, 180_000, "track")
    assert (play.artist, play.title, play.album) == ("Amber Choir", "Quiet Rivers", "Quiet Rivers")
    assert (play.spotify_id, play.platform, play.country) == (ID, "android", "DE")
    assert (play.reason_start, play.reason_end) == ("trackdone", "fwdbtn")
    assert (play.shuffle, play.skipped, play.offline, play.private) == (True, False, None, True)
    assert play.offline_at == 1_709_633_000_000


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [(None, None), (0, None), (42, None), (1_512_420_608_296, 1_512_420_608_296), (1_699_136_230, 1_699_136_230_000),
     (10**30, None), (-5, None)],
)  # fmt: skip
def test_offline_timestamps_are_seconds_milliseconds_or_garbage(stamp: int | None, expected: int | None) -> None:
    assert extended(offline_timestamp=stamp).offline_at == expected


NO_TRACK = dict.fromkeys(
    ("master_metadata_track_name", "master_metadata_album_artist_name", "master_metadata_album_album_name",
     "spotify_track_uri")
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "kind", "artist", "title", "spotify_id"),
    [
        ({"spotify_track_uri": f"spotify:track:{ID}"}, "track", None, None, ID),
        ({"spotify_track_uri": "spotify:local:x"}, "track", None, None, None),
        ({"master_metadata_album_artist_name": "A"}, "episode", None, None, None),
        ({"episode_show_name": "S", "episode_name": "E", "spotify_episode_uri": f"spotify:episode:{ID}"},
         "episode", "S", "E", ID),
        ({"audiobook_title": "B", "audiobook_chapter_title": "C", "audiobook_uri": f"spotify:show:{ID}"},
         "chapter", "B", "C", None),
        ({"audiobook_chapter_uri": f"spotify:episode:{ID}", "episode_name": "E"}, "chapter", None, None, ID),
        ({}, "episode", None, None, None),
        ({"episode_name": "   "}, "episode", None, None, None),
    ],
)  # fmt: skip
def test_kinds_of_extended_rows(
    fields: dict[str, Any], kind: str, artist: str | None, title: str | None, spotify_id: str | None
) -> None:
    play = extended(**NO_TRACK, **fields) if not fields.keys() & NO_TRACK.keys() else extended(**{**NO_TRACK, **fields})
    assert (play.kind, play.artist, play.title, play.spotify_id) == (kind, artist, title, spotify_id)
    assert play.album is None


@pytest.mark.parametrize(
    ("row", "kind", "artist", "title"),
    [
        ({"artistName": "A", "trackName": "T"}, "track", "A", "T"),
        ({"podcastName": "P", "episodeName": "E"}, "episode", "P", "E"),
        ({"podcastName": None}, "episode", None, None),
        ({"audiobookName": "B", "chapterName": "C", "authorName": "W"}, "chapter", "B", "C"),
        ({"chapterName": 7}, "chapter", None, None),
        ({}, "track", None, None),
    ],
)
def test_kinds_of_account_rows_are_by_their_own_fields(
    row: dict[str, Any], kind: str, artist: str | None, title: str | None
) -> None:
    play = account(row)
    assert (play.kind, play.artist, play.title, play.album, play.spotify_id) == (kind, artist, title, None, None)


def test_names_are_nfc_and_trimmed_and_nothing_else() -> None:
    assert (
        extended(master_metadata_track_name="  e\u0301 Te\u0301st (feat. X)\u00a0").title
        == "\u00e9 T\u00e9st (feat. X)"
    )


def test_what_names_devices_and_people_goes_nowhere() -> None:
    secret = "made-up-secret"
    keys = ("ip_addr", "ip_addr_decrypted", "user_agent_decrypted", "username", "city", "longitude")
    row = {**GOOD, **dict.fromkeys(keys, secret)}
    (typed,) = ExtendedReader.decoder.decode(json.dumps([row]))
    for found in (row, typed):
        play = read(ExtendedReader(NOW_MS), found)
        assert secret.encode() not in msgspec.json.encode(play)


def test_the_present_is_no_future() -> None:
    at = 1_709_633_472_000
    assert isinstance(read(ExtendedReader(at), GOOD), Play)
    assert read(ExtendedReader(at - 1), GOOD) == "ts is in the future"

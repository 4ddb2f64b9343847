"""Batches made durable with real Spark and MariaDB: once, twice, after a crash, in pieces."""

import pytest

from aggregator.adapters.eraser import MariaDbEraser
from aggregator.domain.durable.stored import BroughtByFile, ClosedUpload
from tests.harness.plays_records import end_of, plays_of
from tests.integration.aggregator.jobs.folding import (
    IN_2023,
    IN_2024,
    LATER_IN_2024,
    Crash,
    Folding,
    another,
    at,
    upload_of,
)
from tests.integration.aggregator.jobs.kafka_frames import message, raw

Ids = tuple[str, str]


async def test_an_upload_becomes_segments_and_a_repeat_changes_nothing(folding: Folding, ids: Ids) -> None:
    upload_id, person_id = ids
    batch = [
        message(plays_of(ids, 0, at(LATER_IN_2024, IN_2024))),
        message(plays_of(ids, 1, at(IN_2023, IN_2024), file=1)),
        message(end_of(ids, 2)),
    ]
    await folding.batch(*batch)
    once = await folding.everything(person_id)

    history = await folding.history(person_id)
    moments = {year: [play["played_at"] for play in plays] for year, plays in history.items()}
    assert moments == {2023: [IN_2023], 2024: [IN_2024, LATER_IN_2024]}
    account = ClosedUpload(upload_id, person_id, 1, (BroughtByFile(0, 2, 0), BroughtByFile(1, 1, 0)))
    assert (folding.heard.revisions, folding.heard.uploads) == ([(person_id, 1)], [account])

    await folding.batch(*batch)
    await folding.batch(*batch[::-1], *batch)
    assert await folding.everything(person_id) == once
    assert (folding.heard.revisions, folding.heard.uploads) == ([(person_id, 1)] * 3, [account] * 3)


async def test_a_crash_after_the_transaction_is_made_good_by_the_replay(folding: Folding, ids: Ids) -> None:
    batch = upload_of(ids, at(IN_2023))
    folding.heard.crash = True
    with pytest.raises(Crash):
        await folding.batch(*batch)
    stored = await folding.everything(ids[1])
    assert (folding.heard.revisions, folding.heard.uploads) == ([], [])

    await folding.batch(*batch)

    assert await folding.everything(ids[1]) == stored
    assert folding.heard.revisions == [(ids[1], 1)]
    assert folding.heard.uploads == [ClosedUpload(*ids, 1, (BroughtByFile(0, 1, 0),))]


async def test_plays_count_before_the_upload_is_whole(folding: Folding, ids: Ids) -> None:
    await folding.batch(message(plays_of(ids, 0, at(IN_2023))))
    await folding.batch(message(end_of(ids, 2)))
    assert list(await folding.history(ids[1])) == [2023]
    assert folding.heard.uploads == []

    await folding.batch(message(plays_of(ids, 1, at(IN_2024))))

    assert list(await folding.history(ids[1])) == [2023, 2024]
    assert folding.heard.uploads == [ClosedUpload(*ids, 2, (BroughtByFile(0, 2, 0),))]


async def test_many_people_in_one_batch(folding: Folding) -> None:
    people = [another((f"{number:032x}", f"{number:x}".rjust(32, "e"))) for number in range(12)]
    await folding.batch(*(record for ids in people for record in upload_of(ids, at(IN_2023, IN_2024))))

    assert sorted(folding.heard.revisions) == sorted((ids[1], 1) for ids in people)
    assert {upload.files for upload in folding.heard.uploads} == {(BroughtByFile(0, 2, 0),)}


async def test_the_better_row_of_a_second_upload(folding: Folding, ids: Ids) -> None:
    minute = IN_2024 // 60_000 * 60_000
    same = {"identity": "a" * 32}
    await folding.batch(*upload_of(ids, at(minute, **same), source="account"))
    better = [*at(minute + 7000, album="Dritter Stock", **same), *at(LATER_IN_2024)]
    await folding.batch(*upload_of(another(ids), better))

    (plays,) = (await folding.history(ids[1])).values()
    assert [(play["played_at"], play["album"]) for play in plays] == [
        (minute + 7000, "Dritter Stock"),
        (LATER_IN_2024, None),
    ]
    assert [upload.files for upload in folding.heard.uploads] == [(BroughtByFile(0, 1, 0),), (BroughtByFile(0, 1, 1),)]


async def test_a_late_import_counts_at_once(folding: Folding, ids: Ids) -> None:
    await folding.batch(*upload_of(ids, at(LATER_IN_2024)))
    await folding.batch(*upload_of(another(ids), at(IN_2024 - 10 * 365 * 86_400_000, IN_2024)))

    assert list(await folding.history(ids[1])) == [2014, 2024]
    assert folding.heard.revisions[-1] == (ids[1], 2)


async def test_an_upload_of_what_is_known_leaves_the_revision(folding: Folding, ids: Ids) -> None:
    again = another(ids)
    await folding.batch(*upload_of(ids, at(IN_2023, IN_2024)))
    await folding.batch(*upload_of(again, at(IN_2023, IN_2024)))

    assert folding.heard.uploads[-1] == ClosedUpload(*again, 1, ())


async def test_an_upload_without_a_play(folding: Folding, ids: Ids) -> None:
    await folding.batch(*upload_of(ids))

    assert (folding.heard.uploads, folding.heard.revisions) == ([ClosedUpload(*ids, 0, ())], [])


async def test_doubles_and_replaced_estimates_stand_in_the_account(folding: Folding, ids: Ids) -> None:
    live = [*at(IN_2024, title="one"), *at(IN_2024 + 3_000_000, title="two"), *at(LATER_IN_2024, title="three")]
    await folding.batch(*upload_of(ids, live, source="live"))
    logged_twice = at(IN_2024 + 600_000, IN_2024 + 605_000, IN_2024 + 3_600_000, title="song")
    export = another(ids)
    await folding.batch(*upload_of(export, logged_twice, file=4))

    assert folding.heard.uploads[-1] == ClosedUpload(*export, 2, (BroughtByFile(4, 3, 0, doubles=1),), 2)
    assert folding.heard.uploads[0].replaced_estimates == 0


async def test_any_text_comes_back_as_it_was(folding: Folding, ids: Ids) -> None:
    titles = [
        "😀" * 10_000,
        "a\0b",
        "\\'\"\n\r\t\x1a%_",
        "\u0645\u0631\u062d\u0628\u0627 \u200f",
        "e\u0301",
        " \u00a0",
        "\U0010fffd",
        "",
        None,
    ]
    plays = [{"played_at": IN_2024 + number, "title": title} for number, title in enumerate(titles)]
    await folding.batch(*upload_of(ids, plays))

    assert [play["title"] for play in (await folding.history(ids[1]))[2024]] == titles


async def test_what_cannot_be_read_is_put_aside_and_the_rest_is_stored(folding: Folding, ids: Ids) -> None:
    plays, marker = upload_of(ids, at(IN_2023))
    await folding.batch(raw(b"{"), plays, raw(b"{}", "radio.v1"), raw(None), marker)

    found = sorted(folding.heard.unread, key=lambda each: each[0])
    assert [(offset, value) for offset, value, _ in found] == [(0, b"{"), (2, b"{}"), (3, None)]
    assert all(reason for *_, reason in found)
    assert [upload.upload_id for upload in folding.heard.uploads] == [ids[0]]


async def test_who_was_erased_is_gone_and_no_replay_brings_anybody_back(folding: Folding, ids: Ids) -> None:
    batch = upload_of(ids, at(IN_2023, IN_2024))
    await folding.batch(*batch)
    for moment in (1, 2):
        await MariaDbEraser(folding.database).erase(ids[1], moment)
        assert [rows for rows in await folding.everything(ids[1]) if rows] == []
    said = len(folding.heard.revisions)

    await folding.batch(*batch)
    await folding.rebuild(ids[1])

    assert [rows for rows in await folding.everything(ids[1]) if rows] == []
    assert len(folding.heard.revisions) == said

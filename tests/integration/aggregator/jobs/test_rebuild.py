"""The batch job: segments cut anew change no number, beside the stream too."""

import asyncio

from tests.integration.aggregator.jobs.folding import IN_2023, IN_2024, LATER_IN_2024, Folding, another, at, upload_of

Ids = tuple[str, str]


async def test_a_rebuild_changes_nothing(folding: Folding, ids: Ids) -> None:
    await folding.batch(*upload_of(ids, at(IN_2023, IN_2024, LATER_IN_2024)))
    before = await folding.everything(ids[1])

    await folding.rebuild(None)

    assert await folding.everything(ids[1]) == before
    assert [revision for person_id, revision in folding.heard.revisions if person_id == ids[1]] == [1]


async def test_it_mends_what_is_wrong(folding: Folding, ids: Ids) -> None:
    await folding.batch(*upload_of(ids, at(IN_2023, IN_2024, LATER_IN_2024)))
    before = await folding.history(ids[1])
    await folding.database.execute("UPDATE serving.segments SET body = 'x' WHERE person_id = %s", (ids[1],))
    await folding.database.execute(
        "UPDATE serving.segments SET year = 1999 WHERE person_id = %s AND year = 2023", (ids[1],)
    )

    await folding.rebuild(ids[1])

    assert await folding.history(ids[1]) == before
    assert folding.heard.revisions[-1] == (ids[1], 2)


async def test_it_may_run_while_plays_come_in(folding: Folding, ids: Ids) -> None:
    uploads = [another(ids) for _ in range(6)]

    async def stream() -> None:
        for number, upload in enumerate(uploads):
            await folding.batch(*upload_of(upload, at(IN_2023 + number * 100_000, IN_2024 + number * 100_000)))

    async def batch() -> None:
        for _ in range(3):
            await folding.rebuild(None)

    await asyncio.gather(stream(), batch())

    history = await folding.history(ids[1])
    assert {year: len(plays) for year, plays in history.items()} == {2023: 6, 2024: 6}
    assert [upload.revision for upload in folding.heard.uploads] == [1, 2, 3, 4, 5, 6]

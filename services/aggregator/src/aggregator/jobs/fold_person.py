"""Make durable what came of one person, in one transaction."""

import polars as pl

from aggregator.domain import segment
from aggregator.domain.durable import upload_account, year_table
from aggregator.domain.durable.fold import fold
from aggregator.domain.durable.incoming import by_year
from aggregator.domain.durable.stored import ClosedUpload
from aggregator.jobs.outcomes import Closed, Counts, PersonErased, PersonStored
from aggregator.jobs.parcel import Parcel
from aggregator.jobs.ports import CompleteUpload, PlayStore, Turn
from aggregator.jobs.steps import Steps


class FoldPerson:
    """Consumes the records and end markers of one person; what it returns becomes `history-changed` and
    `upload-stored`.

    Running it twice, or twice at the same time, is safe: the person's lock lets one after the other, the second finds
    its records noted and changes nothing, and a complete upload keeps the account that it had.
    """

    def __init__(self, store: PlayStore) -> None:
        self._store = store

    async def __call__(self, parcel: Parcel) -> PersonStored | PersonErased:
        """Raises Retryable; then nothing is changed."""
        steps = Steps()
        async with self._store.turn(parcel.person_id) as turn:
            if turn is None:
                return PersonErased(parcel.person_id, parcel.records)
            counts = await _fold(turn, parcel, steps)
            for upload_id, marker in parcel.markers.items():
                await turn.note_marker(upload_id, marker.records)
            with steps.step("close"):
                closed = [await _closed(turn, parcel, upload_id) for upload_id in parcel.uploads]
            revision = turn.revision
        return PersonStored(parcel.person_id, revision, counts, tuple(filter(None, closed)), steps.ms)


async def _fold(turn: Turn, parcel: Parcel, steps: Steps) -> Counts:
    """Fold the plays of records that are not durable yet into their years, and note these records."""
    durable = {upload_id: await turn.noted(upload_id, *edges) for upload_id, edges in parcel.ranges.items()}
    records, plays = parcel.without(durable)
    replayed = parcel.repeated + sum(map(len, durable.values()))
    if plays is None:
        return Counts(replayed=replayed)
    new, bettered, years = 0, 0, by_year(plays)
    with steps.step("read"):
        stored = await turn.plays(years)
    written = 0
    for year, incoming in years.items():
        with steps.step("fold"):
            folded = fold(year_table.decode(stored[year]) if year in stored else None, incoming)
        if folded.changed:
            await _put_year(turn, year, folded.plays, steps)
            written += 1
        new, bettered = new + folded.new, bettered + folded.bettered
    if written:
        await turn.raise_revision()
    with steps.step("note"):
        await turn.note_records(records)
    known = plays.height - new - bettered
    return Counts(new=new, bettered=bettered, known=known, records=len(records), replayed=replayed, segments=written)


async def _put_year(turn: Turn, year: int, plays: pl.DataFrame, steps: Steps) -> None:
    with steps.step("encode"):
        body, cut = year_table.encode(plays), segment.encode(year_table.segment_table(plays))
    with steps.step("write"):
        await turn.put_plays(year, plays.height, body)
        await turn.put_segment(year, plays.height, cut)


async def _closed(turn: Turn, parcel: Parcel, upload_id: str) -> Closed | None:
    """The upload where it is complete, with its account."""
    upload = await turn.complete(upload_id)
    if isinstance(upload, CompleteUpload):
        upload = await _account(turn, parcel.person_id, upload)
        await turn.close(upload)
    marker = parcel.markers.get(upload_id)
    if upload is None:
        return None
    return Closed(upload, marker.correlation_id, marker.traceparent) if marker else Closed(upload, "", "")


async def _account(turn: Turn, person_id: str, upload: CompleteUpload) -> ClosedUpload:
    stored = await turn.plays(await turn.years())
    years = [year_table.decode(stored[year], upload_account.COLUMNS) for year in sorted(stored)]
    if not years:
        return ClosedUpload(upload.upload_id, person_id, turn.revision, ())
    plays = pl.concat(years)
    files = upload_account.brought_by_files(plays, upload.upload_id)
    replaced = upload_account.replaced_estimates(plays, upload.newest)
    return ClosedUpload(upload.upload_id, person_id, turn.revision, files, replaced)

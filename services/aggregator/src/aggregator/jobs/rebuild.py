"""The batch job: build every segment anew from the plays, after a change of rule or of columns."""

import logging
from functools import partial

from aggregator.jobs.build_years import BuildYears
from aggregator.jobs.ports import PlayStore
from aggregator.jobs.steps import Steps
from chassis.retry import retry

_LOG = logging.getLogger(__name__)


class Rebuild:
    """Marks every year of one person after the other and builds it. Running it twice is safe, as `BuildYears` is.

    No number changes by it, only the revision. What a crash leaves marked, the stream's sweep builds.
    """

    def __init__(self, store: PlayStore, build_years: BuildYears) -> None:
        self._store = store
        self._build_years = build_years

    async def run(self, person_id: str | None) -> None:
        """Rebuild one person, or everybody."""
        people = [person_id] if person_id else await retry(self._store.everybody)
        for each in people:
            await retry(partial(self._one, each))
        _LOG.info("all rebuilt", extra={"people": len(people)})

    async def _one(self, person_id: str) -> None:
        steps = Steps()
        await self._store.mark_all_years(person_id)
        await self._build_years([person_id], {}, {}, steps)
        _LOG.info("rebuilt", extra={"person_id": person_id, "ms": steps.ms})

"""Where one stands among those who share."""

from aiohttp import web

from gateway.domain.problems import UNAVAILABLE
from gateway.domain.standing_view import NOT_SHARED, MeasureStanding, PeriodStanding, Standing, standing_of
from gateway.http.operation import Answer, Call, Operation
from gateway.http.responses import as_json
from gateway.ports import PeopleStore

_EXAMPLE = Standing(
    shared=True,
    people=7,
    periods=[
        PeriodStanding(
            period="all",
            people=7,
            measures=[MeasureStanding(measure="ms_played", value=22_768_500_683, per_mille=833)],
        )
    ],
)


class StandingRoutes:
    """`/api/v1/standing`."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    def operations(self) -> list[Operation]:
        """The operation, declared."""
        return [
            Operation(
                "GET",
                "/api/v1/standing",
                "people",
                "Where I stand among those who share",
                self.standing,
                {200: Answer("My standing", Standing, example=_EXAMPLE)},
                description="Only for who shares, and only among five or more; computed from time to time.",
                problems=(UNAVAILABLE,),
            )
        ]

    async def standing(self, call: Call[None, None]) -> web.Response:
        """Who does not share sees nothing of it, whatever was put down before."""
        if not call.profile.sharing:
            return as_json(NOT_SHARED)
        return as_json(standing_of(await self._store.standings(call.profile.person_id)))

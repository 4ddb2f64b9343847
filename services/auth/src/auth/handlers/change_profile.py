"""`change-profile`: zone, locale, sharing."""

from auth.domain import refusals
from auth.domain.people import check_locale, check_time_zone
from auth.handlers.tell_changes import TellChanges
from auth.ports import People
from chassis.clock import Clock
from contracts.messages.people import ChangeProfile, ProfileChanged


class ChangeProfileHandler:
    """Consumes ChangeProfile, answers ProfileChanged. Twice: sets the same values again, and tells no one twice.

    Another value of `sharing` is told on `people-changes` before the reply; a crash in between leaves it to the next
    round of `TellChanges`.
    """

    def __init__(self, people: People, tell_changes: TellChanges, clock: Clock) -> None:
        self._people = people
        self._tell_changes = tell_changes
        self._clock = clock

    async def __call__(self, request: ChangeProfile) -> ProfileChanged:
        """All or nothing: one wrong value and none is set. Raises Refusal."""
        if request.time_zone is not None:
            check_time_zone(request.time_zone)
        if request.locale is not None:
            check_locale(request.locale)
        await self._people.change(request.person_id, request.time_zone, request.locale, request.sharing)
        if request.sharing is not None:
            await self._tell_changes()
        profile = await self._people.profile(request.person_id, self._clock())
        if profile is None:
            raise refusals.unknown_person()
        return ProfileChanged(profile=profile)

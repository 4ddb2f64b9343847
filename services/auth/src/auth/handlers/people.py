"""`list-people`, `look-at-person`: who may look at whose history."""

from auth.ports import SharedPeople
from contracts.messages.sharing import ListPeople, LookAtPerson, PeopleListed, PersonSeen


class PeopleHandler:
    """Two questions about one thing, answered as of this moment."""

    def __init__(self, people: SharedPeople) -> None:
        self._people = people

    async def list(self, request: ListPeople) -> PeopleListed:
        """Consumes ListPeople, answers PeopleListed. Twice: only reads."""
        return PeopleListed(people=await self._people.others(request.viewer_id))

    async def look(self, request: LookAtPerson) -> PersonSeen:
        """Consumes LookAtPerson, answers PersonSeen. Twice: only reads."""
        return PersonSeen(person=await self._people.visible(request.viewer_id, request.person_id))

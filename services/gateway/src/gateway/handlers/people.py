"""Who shares their history, and whose one may look at. The auth service is asked each time: sharing ends at once."""

from contracts.messages.people import Profile
from contracts.messages.sharing import ListPeople, LookAtPerson, PeopleListed, PersonSeen, SharedPerson
from gateway.domain.ids import is_id
from gateway.domain.problems import NOT_FOUND, Refused
from gateway.domain.viewing import Whose, of_another, own
from gateway.handlers.asking import ask_auth
from gateway.ports import Asks


class People:
    """The others of the instance, as far as they want to be seen."""

    def __init__(self, asks: Asks) -> None:
        self._asks = asks

    async def all(self, viewer_id: str) -> list[SharedPerson]:
        """Those who share their history, without the one who asks, by name."""
        return (await ask_auth(self._asks, ListPeople(viewer_id=viewer_id), PeopleListed)).people

    async def whose(self, viewer: Profile, person_id: str | None) -> Whose:
        """The history of `person_id`, one's own without one.

        Raises Refused alike for who is unknown and for who does not share.
        """
        if person_id is None or person_id == viewer.person_id:
            return own(viewer)
        if is_id(person_id):
            request = LookAtPerson(viewer_id=viewer.person_id, person_id=person_id)
            person = (await ask_auth(self._asks, request, PersonSeen)).person
            if person is not None:
                return of_another(person)
        raise Refused(
            NOT_FOUND,
            "There is nobody with this id whose history you may see. Those whom you may pick are under /api/v1/people.",
        )

"""Those who were erased: nothing of them may be kept, shown or taken in again."""


class ErasedPeople:
    """Ids of people who are gone, as heard from the topic, which tells them again after a start."""

    def __init__(self) -> None:
        self._ids: set[str] = set()

    def add(self, person_id: str) -> None:
        """They are gone. Adding somebody twice changes nothing."""
        self._ids.add(person_id)

    def __contains__(self, person_id: object) -> bool:
        """Whether this is the id of somebody who was erased."""
        return person_id in self._ids

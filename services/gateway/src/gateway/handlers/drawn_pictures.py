"""Pictures of public shares that were drawn already, by whose they are."""

from collections import OrderedDict
from collections.abc import Container

_MOST = 200
"""About 50 kB each."""

_Place = tuple[str, str, str]
"""Person, share, language."""


class DrawnPictures:
    """Kept in the process until others push them out, their share is gone, or their owner is erased."""

    def __init__(self, erased: Container[str]) -> None:
        self._erased = erased
        self._kept: OrderedDict[_Place, bytes] = OrderedDict()

    def get(self, person_id: str, share_id: str, language: str) -> bytes | None:
        """The picture, None where it has to be drawn."""
        place = (person_id, share_id, language)
        if place in self._kept:
            self._kept.move_to_end(place)
        return self._kept.get(place)

    def keep(self, person_id: str, share_id: str, language: str, drawn: bytes) -> None:
        """Keep a picture, unless its owner was erased while it was drawn."""
        if person_id in self._erased:
            return
        self._kept[person_id, share_id, language] = drawn
        while len(self._kept) > _MOST:
            self._kept.popitem(last=False)

    def forget_person(self, person_id: str) -> None:
        """Forget those of all shares of a person."""
        self._drop([place for place in self._kept if place[0] == person_id])

    def forget_share(self, share_id: str) -> None:
        """Forget those of one share."""
        self._drop([place for place in self._kept if place[1] == share_id])

    def _drop(self, places: list[_Place]) -> None:
        for place in places:
            del self._kept[place]

"""The made-up people who have accounts at the double."""

import re
from dataclasses import dataclass

from stack.double.ids import id_of

NAME = re.compile(r"[a-z0-9-]{1,32}\Z")
"""What `as=NAME` accepts."""


@dataclass(frozen=True, slots=True)
class Person:
    """One account. `registered`: on the application's allow-list."""

    id: str
    display_name: str
    country: str
    registered: bool = True

    @property
    def account_id(self) -> str:
        """The immutable identifier, which is not the id."""
        return id_of("account", self.id)


LISTED = (
    Person("mira", "Mira Solberg", "NO"),
    Person("jonas", "Jonas Weidt", "DE"),
    Person("ayse", "Ayşe Kılınçer", "TR"),
    Person("haruto", "春斗 みなみ", "JP"),
    Person("not_listed", "Vera Ungelistet (not on the allow-list)", "AT", registered=False),
)
"""Who can be picked on the login page. `as=` cannot reach `not_listed`: people signed in so are admitted."""

_BY_ID = {person.id: person for person in LISTED}


def find_person(person_id: str) -> Person | None:
    """The listed person, or the one that `as=` makes of a name; None if the id can be neither."""
    if person_id in _BY_ID:
        return _BY_ID[person_id]
    if NAME.match(person_id):
        return Person(person_id, person_id.replace("-", " ").strip().title() or person_id, "DE")
    return None

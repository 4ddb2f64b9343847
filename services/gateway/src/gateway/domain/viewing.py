"""Whose history is looked at, and by whom."""

from typing import NamedTuple

from contracts.messages.people import Profile
from contracts.messages.questions import Viewer
from contracts.messages.sharing import SharedPerson


class Whose(NamedTuple):
    """The owner of a history. Days are those of their `time_zone`, whoever looks; `viewer` "other" sees less."""

    person_id: str
    name: str
    picture: str | None
    time_zone: str
    viewer: Viewer


def own(profile: Profile) -> Whose:
    """One's own history."""
    return Whose(profile.person_id, profile.name, profile.picture, profile.time_zone, "owner")


def of_another(person: SharedPerson) -> Whose:
    """The history of somebody who shares it."""
    return Whose(person.person_id, person.name, person.picture, person.time_zone, "other")

"""When something was heard first: the first counted play, of any length, in the whole history."""

from tests.harness.reference.keys import Key, KeyOf
from tests.harness.reference.plays import Play


def first_plays(counted: list[Play], key_of: KeyOf) -> dict[Key, Play]:
    """The first play of each key; of plays at the same moment the one that stands first."""
    first: dict[Key, Play] = {}
    for play in counted:
        key = key_of(play)
        if key is not None and (key not in first or play.moment < first[key].moment):
            first[key] = play
    return first

"""The album, id or sample that stands for something: that of its most played plays."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.harness.reference.keys import Key, KeyOf, grouped, track_key
from tests.harness.reference.plays import Play
from tests.harness.reference.sums import sums


@dataclass(frozen=True, slots=True)
class OneOf:
    """Any of these would be right: they tie, and no rule says which is shown."""

    values: frozenset[str]


def most_played(plays: Iterable[Play], value_of: Callable[[Play], str | None]) -> OneOf | None:
    """The values with the longest playing time; None where no play has any."""
    times: Counter[str] = Counter()
    for play in plays:
        value = value_of(play)
        if value:
            times[value] += play.ms_played
    longest = max(times.values(), default=0)
    return OneOf(frozenset(value for value, ms in times.items() if ms == longest)) if times else None


def album_of(plays: Iterable[Play]) -> OneOf | None:
    """The most played album of a track."""
    return most_played(plays, lambda play: play.album)


def id_of(plays: Iterable[Play]) -> OneOf | None:
    """The most played id of a track."""
    return most_played(plays, lambda play: play.spotify_id)


def sample_of(plays: Iterable[Play], key_of: KeyOf = track_key) -> tuple[OneOf | None, str | None]:
    """Id and title of the most played track that has an id (an artist's, or an album's); by `key_of` of an episode."""
    with_id = {key: group for key, group in grouped(plays, key_of).items() if id_of(group)}
    if not with_id:
        return None, None
    title, group = min(with_id.items(), key=_place)
    return id_of(group), title[0]


def _place(item: tuple[Key, list[Play]]) -> tuple[int, int, Key]:
    total = sums(item[1])
    return (-total["ms_played"], -total["streams"], item[0])

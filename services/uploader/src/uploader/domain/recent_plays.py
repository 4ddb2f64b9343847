"""The last plays, as Spotify lists them, become plays of the live feed: estimates (product.md)."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import count, repeat

import msgspec

from contracts.messages.feed import RecentPlay, RecentPlaysFetched
from uploader.domain.checks import FIRST_MOMENT, LONGEST_MS
from uploader.domain.identity import Columns, fingerprints, likenesses, number
from uploader.domain.names import clean
from uploader.domain.play import CIRCUMSTANCES, MINUTE_MS, Play, order_key
from uploader.domain.records import Numbered

TRACK = "spotify:track:"


def new_plays(answer: RecentPlaysFetched, newest_known: int | None) -> list[Numbered]:
    """The plays later than `newest_known` (unix ms) with their identities, in order.

    Each has the length of its track for playing time. They are numbered among all of the answer, so that one which is
    like a play of the answer before is not taken for it. Spotify's moments are starts or ends, as it pleases: they are
    taken as they are. The same play (moment and id) is listed once; one from the future waits for the next answer.
    """
    listed = {(play.played_at, play.spotify_id): play for play in answer.plays if can_be(play, answer.fetched_at)}
    numbered = number(sorted(_plays(list(listed.values())), key=lambda play: play.order))
    newer = [(identity, play) for identity, play in numbered if newest_known is None or play.played_at > newest_known]
    return [
        (identity, msgspec.structs.replace(play, row=row))
        for row, (identity, play) in enumerate(sorted(newer, key=lambda found: found[1].played_at), start=1)
    ]


def upload_id_of(person_id: str, plays: Sequence[Numbered]) -> str:
    """32 hex digits that name these plays of this person as one upload: the same plays, the same name."""
    told = [(identity, play.played_at, play.spotify_id) for identity, play in plays]
    return blake2b(msgspec.json.encode([person_id, told]), digest_size=16).hexdigest()


def can_be(play: RecentPlay, now: int) -> bool:
    """Whether there can be a play of this moment and length; `now` in unix ms."""
    return FIRST_MOMENT <= play.played_at <= now and 0 <= play.duration_ms <= LONGEST_MS


def _plays(listed: list[RecentPlay]) -> list[Play]:
    if not listed:
        return []
    artists, titles, albums = ([clean(getattr(play, name) or "") for play in listed] for name in _NAMES)
    moments, times = [play.played_at for play in listed], [play.duration_ms for play in listed]
    ids = [play.spotify_id for play in listed]
    addresses = [None if found is None else TRACK + found for found in ids]
    unsaid = [[None] * len(listed)] * CIRCUMSTANCES
    content: Columns = (times, ["track"] * len(listed), artists, titles, albums, ids, *unsaid)
    minutes = [moment // MINUTE_MS for moment in moments]
    alike = likenesses(minutes, times, artists, titles, addresses)
    orders = map(order_key, minutes, alike, moments, fingerprints(content))
    return list(map(Play, orders, repeat("live"), count(1), moments, *content))


_NAMES = ("artist", "title", "album")

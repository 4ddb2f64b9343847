"""Plays of the live feed in the topic `plays`, as whoever asks for the last fifty will write them.

They have the track's length for playing time: estimates (product.md). The identity is that of the uploader.
"""

import uuid
from collections.abc import Sequence
from typing import Any

from chassis.publish import Publisher
from contracts.messages.plays import PlayColumns, PlaysRead, UploadRead
from contracts.topics import Topic
from tests.harness.reference.plays import MINUTE_MS, Play
from uploader.domain.identity import fingerprints, likenesses

UNSAID = (
    "platform", "country", "reason_start", "reason_end", "shuffle", "skipped", "offline", "offline_at", "private"
)  # fmt: skip
"""What the feed says nothing of, in the order of the fields of plays."""


async def publish_live(brokers: str, person_id: str, plays: Sequence[Play]) -> None:
    """Publish plays, no two of one identity, as one whole upload."""
    upload_id = uuid.uuid4().hex
    columns = _columns(plays)
    record = PlaysRead(upload_id=upload_id, person_id=person_id, seq=0, file=0, source="live", plays=columns)
    publisher = Publisher(brokers)
    await publisher.start()
    try:
        await publisher.publish(Topic.PLAYS, person_id, record)
        await publisher.publish(Topic.PLAYS, person_id, UploadRead(upload_id=upload_id, person_id=person_id, records=1))
    finally:
        await publisher.stop()


def _columns(plays: Sequence[Play]) -> PlayColumns:
    artists, titles, albums = ([getattr(play, name) or None for play in plays] for name in ("artist", "title", "album"))
    lengths, ids = [play.ms_played for play in plays], [play.spotify_id for play in plays]
    minutes = [play.moment // MINUTE_MS for play in plays]
    content: dict[str, Any] = {
        "ms_played": lengths,
        "kind": [play.kind for play in plays],
        "artist": artists,
        "title": titles,
        "album": albums,
        "spotify_id": ids,
        **{name: [None] * len(plays) for name in UNSAID},
    }
    return PlayColumns(
        row=list(range(1, len(plays) + 1)),
        identity=[like.hex() for like in likenesses(minutes, lengths, artists, titles, ids)],
        fingerprint=[print_.hex() for print_ in fingerprints(tuple(content.values()))],
        played_at=[play.moment for play in plays],
        **content,
    )

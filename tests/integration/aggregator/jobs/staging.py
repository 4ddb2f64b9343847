"""Plays as the stream stages them, made by hand, and by definition what must be stored of them."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from aggregator.domain.segment import EXTENDED
from aggregator.domain.stored import SeenRecord
from chassis.database import Database

START_OF_2024 = 28_401_120
"""The first minute of 2024, in minutes since 1970."""


@dataclass(frozen=True)
class Staged:
    """One staged play of person `person_id`; its content is told by its fingerprint."""

    person_id: str
    upload_id: str
    file: int
    minute: int
    identity: int
    source: int
    second: int
    fingerprint: int

    @property
    def key(self) -> tuple[int, bytes]:
        """Its identity without the person."""
        return self.minute, self.identity.to_bytes(16, "big")

    @property
    def played_at(self) -> int:
        """Its moment, unix ms."""
        return self.minute * 60_000 + self.second * 1000

    @property
    def standing(self) -> bytes:
        """17 bytes, the smaller the better: rank, moment, fingerprint."""
        rank = EXTENDED - self.source
        return rank.to_bytes(1, "big") + self.played_at.to_bytes(8, "big") + self.fingerprint.to_bytes(8, "big")

    @property
    def content(self) -> tuple[Any, ...]:
        """What the better row replaces, as far as the tests look at it."""
        return self.source, self.played_at, f"title {self.fingerprint}"


def expected(plays: Sequence[Staged]) -> list[tuple[Any, ...]]:
    """The stored rows of one person by the definition in product.md, of all plays in the order of the topic."""
    rows = []
    for key, same in groupby(sorted(plays, key=lambda play: play.key), key=lambda play: play.key):
        group = list(same)  # sorting is stable: still in the order of the topic
        first, best = group[0], min(group, key=lambda play: play.standing)
        raised = next(play for play in group if play.source == best.source)
        improved = (raised.upload_id, raised.file) if best.source > first.source else (None, None)
        rows.append((*key, best.standing, *best.content, first.upload_id, first.file, *improved))
    return rows


async def stored(database: Database, person_id: str) -> list[tuple[Any, ...]]:
    """The stored rows of a person, in the columns of `expected`."""
    return await database.fetch_all(
        "SELECT minute, identity, standing, source, played_at, title, first_upload, first_file, improved_upload, "
        "improved_file FROM serving.plays WHERE person_id = %s ORDER BY minute, identity",
        (person_id,),
    )


async def stage(database: Database, token: bytes, plays: Iterable[Staged]) -> int:
    """Put plays where Spark would; how many these are."""
    rows = [
        (token, 0, position, play.person_id, 2024, *play.key, play.standing, *play.content, 1, "track", *_by(play))
        for position, play in enumerate(plays)
    ]
    async with database.transaction() as connection:
        await connection.execute_many(
            "INSERT INTO stage_plays (token, topic_partition, position, person_id, year, minute, identity, standing, "
            "source, played_at, title, ms_played, kind, upload_id, seq, file) "
            "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
            rows,
        )
    return len(rows)


def records_of(plays: Iterable[Staged]) -> list[SeenRecord]:
    """One record for each upload."""
    return [SeenRecord(*ids, 0) for ids in sorted({(play.person_id, play.upload_id) for play in plays})]


def of_person(plays: Iterable[Staged]) -> tuple[str, list[Staged]]:
    """The same plays as those of somebody new."""
    person_id = uuid.uuid4().hex
    return person_id, [replace(play, person_id=person_id) for play in plays]


def _by(play: Staged) -> tuple[str, int, int]:
    return play.upload_id, 0, play.file

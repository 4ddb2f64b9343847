"""What the parts that speak to Spotify need of each other and of the database."""

from collections.abc import Collection, Mapping
from typing import Protocol


class Ledger(Protocol):
    """Calls made and lock-outs, kept over restarts. Raises Retryable for who has not the turn."""

    async def count(self, family: str, day: int, most: int | None) -> bool:
        """Count one call of the family, unless there were `most` this day: then it must not be made."""

    async def until(self, family: str) -> int:
        """The end of the family's lock-out as unix ms UTC, 0 where there was none."""

    async def block(self, family: str, until_ms: int, reason: str) -> None:
        """Lock the family out until then; an earlier end never replaces a later one."""


class KnownAnswers(Protocol):
    """Answers to calls by family and id, as JSON; None is the answer that there is nothing."""

    async def get(self, family: str, ids: Collection[str], now_ms: int) -> dict[str, bytes | None]:
        """Those that are known and have not expired."""

    async def named(self, names_key: str, now_ms: int) -> bytes | None:
        """The answer for a track of these names (`domain.titles.names_key`), None where none is known."""

    async def put(self, family: str, answers: Mapping[str, tuple[bytes | None, str | None]], now_ms: int) -> None:
        """Keep answers by id, each with its names_key if it is a track."""


class Abilities(Protocol):
    """What the application turned out to be allowed, for a while."""

    async def get(self, ability: str, now_ms: int) -> bool | None:
        """Whether it is; None where nobody tried yet, or too long ago."""

    async def learn(self, ability: str, now_ms: int, *, allowed: bool) -> None:
        """Remember it."""

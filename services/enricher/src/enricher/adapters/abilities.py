"""What the application turned out to be allowed, found out by trying."""

from chassis.database import Database

_REMEMBERED_MS = 30 * 24 * 3_600_000


class MariaDbAbilities:
    """The table `enricher.abilities`. Implements Abilities."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: dict[str, tuple[bool, int]] = {}

    async def get(self, ability: str, now_ms: int) -> bool | None:
        """Whether it is allowed, as far as is known."""
        if ability not in self._known or self._known[ability][1] <= now_ms:
            row = await self._database.fetch_one(
                "SELECT allowed, expires_at FROM abilities WHERE ability = %s AND expires_at > %s", (ability, now_ms)
            )
            if row is None:
                return None
            self._known[ability] = bool(row[0]), int(row[1])
        return self._known[ability][0]

    async def learn(self, ability: str, now_ms: int, *, allowed: bool) -> None:
        """Remember it for a month."""
        if await self.get(ability, now_ms) is allowed:
            return
        await self._database.execute(
            "REPLACE INTO abilities (ability, allowed, expires_at) VALUES (%s, %s, %s)",
            (ability, allowed, now_ms + _REMEMBERED_MS),
        )
        self._known[ability] = allowed, now_ms + _REMEMBERED_MS

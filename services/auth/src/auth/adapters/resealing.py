"""Sealing anew what an older key has sealed, so that the old key can be dropped."""

import logging

from auth.adapters.cipher import Unreadable
from auth.adapters.token_seals import TokenSeals
from chassis.database import Database

_LOG = logging.getLogger(__name__)

_OLDER = "SELECT person_id FROM connections WHERE key_id <> %s AND NOT ended"
_ROW = "SELECT key_id, access_token, refresh_token FROM connections WHERE person_id = %s AND NOT ended FOR UPDATE"
_SEAL = "UPDATE connections SET key_id = %s, access_token = %s, refresh_token = %s WHERE person_id = %s"


async def reseal(database: Database, seals: TokenSeals) -> int:
    """How many were sealed anew. A row is locked meanwhile, so that no renewal is overwritten."""
    people = await database.fetch_all(_OLDER, (seals.key_id,))
    return sum([await _reseal(database, seals, person_id) for (person_id,) in people])


async def _reseal(database: Database, seals: TokenSeals, person_id: str) -> bool:
    async with database.transaction() as transaction:
        row = await transaction.fetch_one(_ROW, (person_id,))
        if row is None or row[0] == seals.key_id:
            return False
        try:
            sealed = seals.anew(person_id, *row)
        except Unreadable as error:
            _LOG.error("a connection cannot be opened", extra={"reason": str(error)})
            return False
        await transaction.execute(_SEAL, (*sealed, person_id))
    return True

"""The row of a person, locked: who writes about somebody holds it, so that they are not erased meanwhile."""

from chassis.database import Connection as Transaction


async def held(transaction: Transaction, person_id: str) -> bool:
    """Lock the person's row until the commit; False if there is none, as for somebody who was erased just now."""
    sql = "SELECT 1 FROM people WHERE person_id = %s FOR UPDATE"
    return await transaction.fetch_one(sql, (person_id,)) is not None

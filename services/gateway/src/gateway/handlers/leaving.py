"""Leaving: the auth service erases a person and tells every store; here it is forgotten at once."""

import asyncio

from contracts.messages.sharing import ErasePerson, ErasureBegun
from gateway.handlers.asking import ask_auth
from gateway.handlers.forgetting import Forgetting
from gateway.handlers.identity import Identity
from gateway.ports import Asks


class Leaving:
    """Begins the erasure of a person."""

    def __init__(self, asks: Asks, identity: Identity, forgetting: Forgetting) -> None:
        self._asks = asks
        self._identity = identity
        self._forgetting = forgetting

    async def leave(self, person_id: str) -> None:
        """Erase a person everywhere. From here on no session or token of theirs is known to any gateway.

        Raises NoReply, Retryable: then it may have begun all the same, and can be asked for again.
        """
        begun = await ask_auth(self._asks, ErasePerson(person_id=person_id), ErasureBegun)
        await asyncio.gather(*(self._identity.ended(hashed) for hashed in begun.credential_hashes))
        await self._forgetting.person(person_id)

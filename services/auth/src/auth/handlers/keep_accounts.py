"""What must be looked after: accounts are read once a day, connections end in time, old keys fall out of use."""

import logging

from auth.domain.refusals import Refusal
from auth.handlers.access import NotConnected, SpotifyAccess
from auth.ports import People
from auth.spotify_ports import Connections, Spotify, SpotifyBlocked, SpotifyDown
from chassis.clock import Clock

LOOK_EVERY_MS = 24 * 3_600_000
_AT_ONCE = 50

_LOG = logging.getLogger(__name__)


class AccountKeeper:
    """Reads GET /v1/me in people's names, so that new names, pictures and lost connections are noticed.

    Ends connections whose six months are over, which also Spotify does, and seals with the first key what an older one
    has sealed. Twice: who was read today is left out, what has ended or is sealed so already too.
    """

    def __init__(
        self, spotify: Spotify, access: SpotifyAccess, connections: Connections, people: People, clock: Clock
    ) -> None:
        self._spotify = spotify
        self._access = access
        self._connections = connections
        self._people = people
        self._clock = clock

    async def run_once(self) -> int:
        """Do what is due, of accounts at most 50; how many it read. Raises Retryable where the
        store is away and SpotifyBlocked, which end the round."""
        ended, sealed = await self._connections.end_overdue(self._clock()), await self._connections.reseal()
        if ended or sealed:
            _LOG.info("connections looked after", extra={"ended": ended, "sealed_anew": sealed})
        due = await self._connections.to_look_at(self._clock() - LOOK_EVERY_MS, _AT_ONCE)
        return sum([await self._look(person_id) for person_id in due])

    async def _look(self, person_id: str) -> bool:
        try:
            account = await self._access.call(person_id, self._spotify.me)
            await self._people.rename(person_id, account.name, account.picture)
        except SpotifyBlocked:
            raise  # it is about the application, so it ends the round
        except (NotConnected, Refusal, SpotifyDown) as error:
            # noted as looked at all the same: an account that breaks every time holds up no other
            _LOG.warning("the account cannot be read", extra={"reason": repr(error)})
            account = None
        await self._connections.looked(person_id, self._clock())
        return account is not None

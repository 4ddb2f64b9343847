"""Wires the auth service: the only place that names adapters."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from auth.adapters.announcer import KafkaAnnouncer
from auth.adapters.cipher import Cipher
from auth.adapters.connections import MariaDbConnections
from auth.adapters.credentials import MariaDbCredentials
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.people import MariaDbPeople
from auth.adapters.sessions import MariaDbSessions
from auth.adapters.sign_ins import MariaDbSignIns
from auth.adapters.spotify import SpotifyAdapter
from auth.handlers.access import SpotifyAccess
from auth.handlers.begin_sign_in import BeginSignInHandler
from auth.handlers.change_profile import ChangeProfileHandler
from auth.handlers.check_credential import CheckCredentialHandler
from auth.handlers.complete_sign_in import CompleteSignInHandler
from auth.handlers.keep_accounts import AccountKeeper
from auth.handlers.sessions import SessionsHandler
from auth.handlers.sign_out import SignOutHandler
from auth.handlers.tell_changes import TellChanges
from auth.handlers.tokens import TokensHandler
from auth.ports import Announcer
from auth.settings import AuthSettings
from auth.streams.requests import RequestHandler, Requests
from chassis.clock import Clock, system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.errors import Retryable
from chassis.migrate import migrate
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from contracts.messages import Message
from contracts.messages import people as messages
from contracts.messages.sessions import EndSessions, ListSessions
from contracts.topics import Topic

MIGRATIONS = Path(__file__).parents[2] / "migrations"
GROUP = "auth-v1"
KEEPER_PAUSE_S = 3_600
TELLING_PAUSE_S = 1

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Handlers:
    """Everything the service does, wired to its stores."""

    requests: Mapping[type[Message], RequestHandler]
    access: SpotifyAccess
    keeper: AccountKeeper
    tell_changes: TellChanges


async def main(settings: AuthSettings) -> None:
    """Run the auth service until cancelled."""
    database = Database(settings.mariadb, user="auth", schema="auth")
    publisher = Publisher(settings.kafka.brokers)
    heartbeat = Heartbeat(system_clock)
    async with aiohttp.ClientSession() as session:
        handlers = create_handlers(settings, database, KafkaAnnouncer(publisher), session, system_clock)
        on_request = Requests(handlers.requests, publisher, system_clock)
        consumer = Consumer(settings.kafka.brokers, GROUP, [Topic.AUTH_REQUESTS], on_request, publisher, heartbeat)
        checks = {"mariadb": database.ping, "kafka": publisher.ping, "partitions": consumer.check}
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        try:
            await ops.start()
            await retry(lambda: migrate(database, MIGRATIONS, "auth"))
            await retry(publisher.start)
            await together(consumer.run(), _keep_accounts(handlers.keeper), _tell(handlers.tell_changes))
        finally:
            await publisher.stop()
            await database.close()
            await ops.stop()


def create_handlers(
    settings: AuthSettings, database: Database, announcer: Announcer, session: aiohttp.ClientSession, clock: Clock
) -> Handlers:
    """The handlers of one process. Raises ValueError for a token key that is none."""
    cipher = Cipher(settings.token_keys.reveal())
    spotify = SpotifyAdapter(session, settings.spotify, settings.redirect_uri, clock)
    outbox = MariaDbOutbox(database, clock)
    people, credentials = MariaDbPeople(database, outbox), MariaDbCredentials(database)
    connections = MariaDbConnections(database, cipher)
    sessions = MariaDbSessions(database, outbox)
    sign_ins = MariaDbSignIns(database, cipher, connections, sessions)
    access = SpotifyAccess(spotify, connections, clock)
    tokens = TokensHandler(credentials, people, clock)
    tell_changes = TellChanges(outbox, announcer)
    requests: dict[type[Message], RequestHandler] = {
        messages.BeginSignIn: BeginSignInHandler(spotify, sign_ins, clock),
        messages.CompleteSignIn: CompleteSignInHandler(spotify, sign_ins, sessions, people, outbox, clock),
        messages.CheckCredential: CheckCredentialHandler(sessions, credentials, people, clock),
        messages.SignOut: SignOutHandler(sessions),
        ListSessions: SessionsHandler(sessions, clock).list,
        EndSessions: SessionsHandler(sessions, clock).end,
        messages.ChangeProfile: ChangeProfileHandler(people, tell_changes, clock),
        messages.CreateToken: tokens.create,
        messages.ListTokens: tokens.list,
        messages.RevokeToken: tokens.revoke,
    }
    return Handlers(requests, access, AccountKeeper(spotify, access, connections, people, clock), tell_changes)


async def _keep_accounts(keeper: AccountKeeper) -> None:
    """Read accounts every hour; a fault of the world waits for the next one."""
    while True:
        try:
            await keeper.run_once()
        except Retryable as error:
            _LOG.warning("accounts could not be read", extra={"reason": str(error)})
        await asyncio.sleep(KEEPER_PAUSE_S)


async def _tell(tell_changes: TellChanges) -> None:
    """Tell what lies in the outbox; a fault of the world waits for the next round."""
    while True:
        try:
            await tell_changes()
        except Retryable as error:
            _LOG.warning("changes could not be told", extra={"reason": str(error)})
        await asyncio.sleep(TELLING_PAUSE_S)

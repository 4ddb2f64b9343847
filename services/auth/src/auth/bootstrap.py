"""Wires the auth service: the only place that names adapters."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from auth.adapters.accounts import MariaDbAccounts
from auth.adapters.announcer import KafkaAnnouncer
from auth.adapters.attempts import MariaDbAttempts
from auth.adapters.cipher import Cipher
from auth.adapters.connections import MariaDbConnections
from auth.adapters.credentials import MariaDbCredentials
from auth.adapters.erasure import MariaDbErasure
from auth.adapters.invitations import MariaDbInvitations
from auth.adapters.outbox import MariaDbOutbox
from auth.adapters.password_boxes import PasswordBoxes
from auth.adapters.password_hasher import Argon2Hasher
from auth.adapters.people import MariaDbPeople
from auth.adapters.resets import MariaDbResets
from auth.adapters.sessions import MariaDbSessions
from auth.adapters.shared_people import MariaDbSharedPeople
from auth.adapters.sign_ins import MariaDbSignIns
from auth.adapters.spotify import SpotifyAdapter
from auth.adapters.spotify_feed import SpotifyFeed
from auth.adapters.token_seals import TokenSeals
from auth.handlers.access import SpotifyAccess
from auth.handlers.begin_sign_in import BeginSignInHandler
from auth.handlers.change_password import ChangePasswordHandler
from auth.handlers.change_profile import ChangeProfileHandler
from auth.handlers.check_credential import CheckCredentialHandler
from auth.handlers.complete_sign_in import CompleteSignInHandler
from auth.handlers.erase_person import ErasePersonHandler
from auth.handlers.fetch_recent_plays import FetchRecentPlaysHandler
from auth.handlers.invitations import InvitationsHandler
from auth.handlers.invite_operator import InviteOperator, OperatorLink
from auth.handlers.join import JoinHandler
from auth.handlers.keep_accounts import AccountKeeper
from auth.handlers.password_check import PasswordCheck
from auth.handlers.password_sign_in import PasswordSignInHandler
from auth.handlers.people import PeopleHandler
from auth.handlers.reset_password import MakeResetLink, ResetPassword
from auth.handlers.sealing_key import SealingKeyHandler
from auth.handlers.sessions import SessionsHandler
from auth.handlers.sign_out import SignOutHandler
from auth.handlers.tell_changes import TellChanges
from auth.handlers.tokens import TokensHandler
from auth.ports import Announcer
from auth.settings import AuthSettings
from auth.streams.feed_requests import FeedRequests
from auth.streams.requests import RequestHandler, Requests
from chassis.clock import Clock, system_clock
from chassis.consume import Consumer
from chassis.database import Database
from chassis.migrate import migrate, migrate_alone
from chassis.ops import Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from chassis.rounds import every
from contracts.messages import Message, sharing
from contracts.messages import accounts as account_messages
from contracts.messages import people as messages
from contracts.messages.sessions import EndSessions, ListSessions
from contracts.topics import Topic

MIGRATIONS = Path(__file__).parents[2] / "migrations"
GROUP = "auth-v1"
FEED_GROUP = "auth-feed-v1"
AT_ONCE = 16
"""Requests of a partition at a time, so that those that wait for Spotify hold up no credential check."""
CONNECTIONS = 8
RENEWALS = 8
"""So many people's tokens are renewed at a time: each holds a connection of a pool apart until Spotify has answered."""
KEEPER_PAUSE_S = 3_600
TELLING_PAUSE_S = 1


@dataclass(frozen=True)
class Handlers:
    """Everything the service does, wired to its stores."""

    requests: Mapping[type[Message], RequestHandler]
    access: SpotifyAccess
    keeper: AccountKeeper
    fetch_recent_plays: FetchRecentPlaysHandler
    tell_changes: TellChanges


async def main(settings: AuthSettings) -> None:
    """Run the auth service until cancelled."""
    database = Database(settings.mariadb, user="auth", schema="auth", size=CONNECTIONS)
    locks = Database(settings.mariadb, user="auth", schema="auth", size=RENEWALS)
    publisher = Publisher(settings.kafka)
    heartbeat = Heartbeat(system_clock)
    async with aiohttp.ClientSession() as session:
        handlers = create_handlers(settings, database, locks, KafkaAnnouncer(publisher), session, system_clock)
        on_request = Requests(handlers.requests, publisher, system_clock)
        brokers, on_feed = settings.kafka, FeedRequests(handlers.fetch_recent_plays, system_clock)
        requests = Consumer(brokers, GROUP, [Topic.AUTH_REQUESTS], on_request, publisher, heartbeat, AT_ONCE)
        feeds = Consumer(brokers, FEED_GROUP, [Topic.FEED_REQUESTS], on_feed, publisher, heartbeat)
        checks = {
            "mariadb": database.ping,
            "kafka": publisher.ping,
            "partitions": requests.check,
            "feed-partitions": feeds.check,
        }
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, checks)
        try:
            await ops.start()
            await retry(lambda: migrate(database, MIGRATIONS, "auth"))
            await retry(publisher.start)
            keeping = every(KEEPER_PAUSE_S, handlers.keeper.run_once)
            await together(requests.run(), feeds.run(), keeping, every(TELLING_PAUSE_S, handlers.tell_changes))
        finally:
            await publisher.stop()
            await locks.close()
            await database.close()
            await ops.stop()


async def prepare(settings: AuthSettings) -> None:
    """Bring the tables to what this version needs, and end."""
    await migrate_alone(settings.mariadb, MIGRATIONS, "auth")


def create_handlers(
    settings: AuthSettings,
    database: Database,
    locks: Database,
    announcer: Announcer,
    session: aiohttp.ClientSession,
    clock: Clock,
) -> Handlers:
    """The handlers of one process. `locks` is a pool for what waits for Spotify. Raises ValueError for a wrong key."""
    cipher = Cipher(settings.token_keys.reveal())
    spotify = SpotifyAdapter(session, settings.spotify, settings.redirect_uri, clock)
    outbox = MariaDbOutbox(database, clock)
    people, credentials = MariaDbPeople(database, outbox), MariaDbCredentials(database, outbox)
    connections = MariaDbConnections(database, locks, TokenSeals(cipher), outbox)
    sessions = MariaDbSessions(database, outbox)
    sign_ins = MariaDbSignIns(database, cipher, connections, sessions)
    access = SpotifyAccess(spotify, connections, clock)
    tokens = TokensHandler(credentials, people, clock)
    tell_changes = TellChanges(outbox, announcer)
    shared_people = PeopleHandler(MariaDbSharedPeople(database))
    local = _local_accounts(settings, database, sessions, outbox, people, clock)
    requests: dict[type[Message], RequestHandler] = {
        **local,
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
        sharing.ListPeople: shared_people.list,
        sharing.LookAtPerson: shared_people.look,
        sharing.ErasePerson: ErasePersonHandler(MariaDbErasure(database, outbox), tell_changes, clock),
    }
    keeper = AccountKeeper(spotify, access, connections, people, clock)
    feed = SpotifyFeed(session, settings.spotify.api_url, clock)
    fetch_recent_plays = FetchRecentPlaysHandler(access, feed, announcer, tell_changes, clock)
    return Handlers(requests, access, keeper, fetch_recent_plays, tell_changes)


def _local_accounts(
    settings: AuthSettings,
    database: Database,
    sessions: MariaDbSessions,
    outbox: MariaDbOutbox,
    people: MariaDbPeople,
    clock: Clock,
) -> dict[type[Message], RequestHandler]:
    """The requests about invitations and passwords."""
    sealing, hasher = PasswordBoxes(settings.token_keys.reveal()), Argon2Hasher()
    accounts, invitations = MariaDbAccounts(database, sessions, outbox), MariaDbInvitations(database, outbox)
    check = PasswordCheck(accounts, hasher, MariaDbAttempts(database), outbox, clock)
    inviting = InvitationsHandler(invitations, people, clock)
    reset = ResetPassword(MariaDbResets(database, sessions, outbox), hasher, sealing)
    return {
        account_messages.AskSealingKey: SealingKeyHandler(sealing),
        account_messages.Invite: inviting.invite,
        account_messages.ListInvitations: inviting.list,
        account_messages.RevokeInvitation: inviting.revoke,
        account_messages.LookAtInvitation: inviting.look,
        account_messages.JoinByInvitation: JoinHandler(invitations, accounts, reset, hasher, sealing, people, clock),
        account_messages.SignInWithPassword: PasswordSignInHandler(accounts, check, sealing, people, clock),
        account_messages.ChangePassword: ChangePasswordHandler(accounts, check, hasher, sealing, clock),
    }


async def invite_operator(settings: AuthSettings) -> OperatorLink:
    """A link for an operator, made beside the service that runs. Raises Retryable where its database does not."""
    async with _beside(settings) as (database, outbox):
        return await InviteOperator(MariaDbInvitations(database, outbox), settings.public_url, system_clock)()


async def appoint_operator(settings: AuthSettings, person_id: str) -> str | None:
    """Make an operator of somebody who is here; their name, None for an unknown id. Raises Retryable likewise."""
    async with _beside(settings) as (database, outbox):
        return await MariaDbPeople(database, outbox).appoint(person_id)


async def make_reset_link(settings: AuthSettings, login: str) -> str | None:
    """A link that sets a forgotten password anew; None for an unknown login. Raises Retryable likewise."""
    async with _beside(settings) as (database, outbox):
        resets = MariaDbResets(database, MariaDbSessions(database, outbox), outbox)
        return await MakeResetLink(resets, settings.public_url, system_clock)(login)


@asynccontextmanager
async def _beside(settings: AuthSettings) -> AsyncIterator[tuple[Database, MariaDbOutbox]]:
    """The stores for one command; the service that runs tells what it puts into the outbox."""
    database = Database(settings.mariadb, user="auth", schema="auth")
    try:
        await migrate(database, MIGRATIONS, "auth")
        yield database, MariaDbOutbox(database, system_clock)
    finally:
        await database.close()

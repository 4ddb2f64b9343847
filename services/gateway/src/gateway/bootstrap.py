"""Puts the gateway together: the one place that names adapters. Then serves until cancelled."""

import asyncio
import secrets
from contextlib import AsyncExitStack
from functools import cached_property
from pathlib import Path

from aiohttp import web

from chassis.clock import system_clock
from chassis.database import Database
from chassis.follow import Follower
from chassis.ops import Check, Heartbeat, Ops
from chassis.process import together
from chassis.publish import Publisher
from chassis.retry import retry
from chassis.rpc import Requester
from contracts.topics import Topic
from gateway.adapters.chunks import KafkaChunks
from gateway.adapters.http_status import fetch_status
from gateway.adapters.people_store import MariaDbPeopleStore
from gateway.adapters.redis_cache import RedisCache
from gateway.adapters.serving_store import MariaDbServingStore
from gateway.adapters.share_picture import SharePicture
from gateway.adapters.shares_store import MariaDbSharesStore
from gateway.domain.addresses import networks
from gateway.handlers.account import Account
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus
from gateway.handlers.cache_sweep import CacheSweep
from gateway.handlers.erased_people import ErasedPeople
from gateway.handlers.export import Export
from gateway.handlers.export_account import ExportAccount
from gateway.handlers.forgetting import Forgetting
from gateway.handlers.identity import Identity
from gateway.handlers.imports import Imports
from gateway.handlers.invitations import Invitations
from gateway.handlers.leaving import Leaving
from gateway.handlers.local_accounts import LocalAccounts
from gateway.handlers.matches import Matches
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.opening import Opening
from gateway.handlers.people import People
from gateway.handlers.plays import Plays
from gateway.handlers.readiness import Readiness, path_checks, remote_checks
from gateway.handlers.receive_upload import UploadReceiver
from gateway.handlers.revisions import Revisions
from gateway.handlers.sealer import Sealer
from gateway.handlers.sessions import Sessions
from gateway.handlers.share_pages import SharePages
from gateway.handlers.shares import Shares
from gateway.handlers.sign_in import SignIn
from gateway.handlers.wrapped_answers import WrappedAnswers
from gateway.handlers.wrapped_pages import WrappedPages
from gateway.http.app import create_app
from gateway.http.browsers import Browsers
from gateway.http.cookies import Cookies
from gateway.http.guard import Guard
from gateway.http.observing import server_log
from gateway.http.openapi import document
from gateway.http.operation import Operation
from gateway.http.pages import Pages
from gateway.http.routes.events import EventRoutes
from gateway.http.routes.export import ExportRoutes
from gateway.http.routes.feed import FeedRoutes
from gateway.http.routes.invitations import InvitationRoutes
from gateway.http.routes.leaving import LeavingRoutes
from gateway.http.routes.local_accounts import LocalAccountRoutes
from gateway.http.routes.me import MeRoutes
from gateway.http.routes.operation import OperationRoutes
from gateway.http.routes.people import PeopleRoutes
from gateway.http.routes.plays import PlaysRoutes
from gateway.http.routes.sessions import SessionRoutes
from gateway.http.routes.share_pages import SharePageRoutes
from gateway.http.routes.shares import ShareRoutes
from gateway.http.routes.sign_in import SignInRoutes
from gateway.http.routes.standing import StandingRoutes
from gateway.http.routes.uploads import UploadRoutes
from gateway.http.routes.wrapped import WrappedRoutes
from gateway.settings import Settings, words
from gateway.streams.feeds import IMPORT_TOPICS, NEWS_TOPICS, PEOPLE_TOPICS, ImportFeed, NewsFeed, PeopleFeed

_CONNECTIONS = 8
_FINISH_SECONDS = 4.0
"""Requests under way get so long when the process stops; the rest of its ten seconds is for the broker."""
_LONGEST_LINE = 96 * 1024
"""Bytes of a request's first line: three long names in it are filters for plays."""
_BEAT_SECONDS = 1.0
_ADDRESS_KEY_BYTES = 32
_FONTS = Path(__file__).parent / "fonts"


class Gateway:
    """Everything of one gateway process, connected to nothing yet."""

    def __init__(self, settings: Settings) -> None:
        brokers = settings.kafka.brokers
        self.settings = settings
        self.cookies = Cookies(settings.public.secure)
        self.publisher = Publisher(brokers)
        self.chunk_publisher = Publisher(brokers)  # of its own: chunks must not hold up requests
        self.requester = Requester(brokers, self.publisher, Topic.GATEWAY_REPLIES, system_clock)
        self.database = Database(settings.mariadb, user="gateway", schema="serving", size=_CONNECTIONS)
        self.cache = RedisCache(settings.redis_url, system_clock)
        self.bus = Bus()
        self.erased = ErasedPeople()
        self.board = Board(self.bus, self.erased)
        self.store = MariaDbServingStore(self.database, system_clock)
        self.people_store = MariaDbPeopleStore(self.database)
        self.shares_store = MariaDbSharesStore(self.database)
        self.shelf = MediaShelf(self.store, system_clock)
        self.media_requests = MediaRequests(self.publisher, system_clock)
        self.identity = Identity(self.requester, self.cache, system_clock, self.erased)
        self.guard = Guard(self.identity, self.cookies)
        self.revisions = Revisions(self.store)
        self.answers = WrappedAnswers(self.requester, self.cache, self.store, self.erased)
        self.wrapped = WrappedPages(
            self.answers, self.revisions, self.shelf, self.media_requests, system_clock, self.erased
        )
        self.forgetting = Forgetting(
            self.erased, self.identity, self.board, self.bus, self.answers, self.wrapped, CacheSweep(self.cache)
        )
        news = NewsFeed(self.bus, self.shelf, self.media_requests)
        people = PeopleFeed(self.forgetting)
        self.people_follower = Follower(brokers, PEOPLE_TOPICS, people.take, from_beginning=True)
        self.imports_follower = Follower(brokers, IMPORT_TOPICS, ImportFeed(self.board).take, from_beginning=True)
        self.news_follower = Follower(brokers, NEWS_TOPICS, news.take, from_beginning=False)

    @property
    def followers(self) -> tuple[Follower, ...]:
        """Everything that is followed."""
        return self.requester.follower, self.people_follower, self.imports_follower, self.news_follower

    def own_checks(self) -> dict[str, Check]:
        """Its broker and stores answer. Redis is no condition: without it everything goes on, slower."""
        return {
            "kafka": self.publisher.ping,
            "mariadb": self.database.ping,
            "replies": self.requester.follower.check,
            "people feed": self.people_follower.check,
            "imports feed": self.imports_follower.check,
            "news feed": self.news_follower.check,
        }

    def app(self) -> web.Application:
        """The public interface."""
        public = self.settings.public
        pages = Pages.under(Path(public.web_root), words(public.image_origins), words(public.frame_origins))
        return create_app(self.operations, self.guard, pages, self.bus, public.url, secure=public.secure)

    @cached_property
    def operations(self) -> list[Operation]:
        """Everything that is served and described."""
        public = self.settings.public
        imports = Imports(self.board, self.store, self.bus)
        shares = Shares(self.requester, self.shares_store, self.revisions, public.url)
        receiver = UploadReceiver(
            KafkaChunks(self.chunk_publisher), self.publisher, self.board, system_clock, self.erased
        )
        checks = self.own_checks() | path_checks(self.requester, self.store)
        people = People(self.requester)
        readiness = Readiness(checks | remote_checks(words(public.ready_urls), fetch_status), system_clock)
        cookies = self.cookies
        operations = [
            *self._sign_in_operations(),
            *MeRoutes(Account(self.requester, self.identity)).operations(),
            *LeavingRoutes(Leaving(self.requester, self.identity, self.forgetting), cookies).operations(),
            *self._export_operations(imports, shares),
            *ShareRoutes(shares).operations(),
            *self._share_page_operations(),
            *UploadRoutes(receiver, imports, public.max_upload_bytes).operations(),
            *WrappedRoutes(self.wrapped, people).operations(),
            *PeopleRoutes(people, Matches(self.requester, self.revisions)).operations(),
            *StandingRoutes(self.people_store).operations(),
            *FeedRoutes(self.people_store).operations(),
            *PlaysRoutes(Plays(self.requester, self.revisions)).operations(),
            *EventRoutes(self.bus, imports).operations(),
        ]
        operations += OperationRoutes(readiness, lambda: document(operations, cookies.session_name)).operations()
        return operations

    def _sign_in_operations(self) -> list[Operation]:
        """Everything about who is signed in where, and who may join."""
        public, opening, cookies = self.settings.public, Opening(self.identity), self.cookies
        key = public.address_key.reveal().encode() or secrets.token_bytes(_ADDRESS_KEY_BYTES)
        browsers = Browsers(cookies, key, networks(words(public.trusted_proxies)))
        sign_in = SignIn(self.requester, self.identity, opening)
        accounts = LocalAccounts(self.requester, Sealer(self.requester, system_clock), self.identity, opening)
        return [
            *SignInRoutes(sign_in, cookies, browsers, self.guard).operations(),
            *LocalAccountRoutes(accounts, cookies, browsers).operations(),
            *SessionRoutes(Sessions(self.requester, self.identity), cookies).operations(),
            *InvitationRoutes(Invitations(self.requester, public.url)).operations(),
        ]

    def _export_operations(self, imports: Imports, shares: Shares) -> list[Operation]:
        """Taking everything away."""
        account, sessions = Account(self.requester, self.identity), Sessions(self.requester, self.identity)
        gathered = ExportAccount(account, sessions, shares, self.people_store, imports, system_clock)
        return ExportRoutes(Export(self.requester, gathered), system_clock).operations()

    def _share_page_operations(self) -> list[Operation]:
        """What everybody sees of shares."""
        public, picture = self.settings.public, SharePicture(_FONTS)
        pages = SharePages(self.shares_store, self.shelf, self.media_requests, picture, public.url, self.erased)
        return SharePageRoutes(pages, _FONTS, words(public.image_origins)).operations()


async def serve(settings: Settings) -> None:
    """Listen at once, connect as soon as the broker is there, serve until cancelled; then stop in reverse order."""
    gateway = Gateway(settings)
    async with AsyncExitStack() as stack:
        heartbeat = Heartbeat(system_clock)
        ops = Ops(settings.ops.host, settings.ops.port, heartbeat, gateway.own_checks())
        await ops.start()
        stack.push_async_callback(ops.stop)
        stack.push_async_callback(_disconnect, gateway)
        connected = asyncio.create_task(_connected(gateway))
        stack.push_async_callback(_end, connected)
        runner = web.AppRunner(
            gateway.app(),
            access_log=None,
            shutdown_timeout=_FINISH_SECONDS,
            max_line_size=_LONGEST_LINE,
            logger=server_log(),
        )
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, settings.public.host, settings.public.port).start()
        await together(_beating(heartbeat), _until(connected))


async def _connected(gateway: Gateway) -> None:
    """Connect, then follow. Ends only by a fault that the supervisor must see."""
    publishers = (gateway.publisher, gateway.chunk_publisher)
    await together(*(retry(publisher.start) for publisher in publishers))
    await together(*(follower.start() for follower in gateway.followers))
    running = [follower.run() for follower in gateway.followers if follower is not gateway.imports_follower]
    watching = [publisher.watch() for publisher in publishers]
    await together(*running, _imports_followed(gateway), *watching)


async def _imports_followed(gateway: Gateway) -> None:
    """Only when it is known who was erased: else their uploads would be shown again until that is read."""
    await retry(gateway.people_follower.check, longest=1.0)
    await gateway.imports_follower.run()


async def _disconnect(gateway: Gateway) -> None:
    await asyncio.gather(gateway.publisher.stop(), gateway.chunk_publisher.stop())
    await gateway.database.close()
    await gateway.cache.close()


async def _beating(heartbeat: Heartbeat) -> None:
    """The loop moves as long as this task does."""
    while True:
        heartbeat.beat()
        await asyncio.sleep(_BEAT_SECONDS)


async def _until(task: asyncio.Task[None]) -> None:
    """Wait for `task` without ending it with this one: requests still need it while they finish."""
    await asyncio.shield(task)


async def _end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)

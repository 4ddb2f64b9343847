"""What one gateway process is made of."""

from chassis.clock import system_clock
from chassis.database import Database
from chassis.follow import Follower
from chassis.ops import Check
from chassis.publish import Publisher
from chassis.rpc import Requester
from contracts.topics import Topic
from gateway.adapters.people_store import MariaDbPeopleStore
from gateway.adapters.redis_cache import RedisCache
from gateway.adapters.serving_store import MariaDbServingStore
from gateway.adapters.shares_store import MariaDbSharesStore
from gateway.handlers.board import Board
from gateway.handlers.bus import Bus
from gateway.handlers.cache_sweep import CacheSweep
from gateway.handlers.drawn_pictures import DrawnPictures
from gateway.handlers.erased_people import ErasedPeople
from gateway.handlers.forgetting import Forgetting
from gateway.handlers.identity import Identity
from gateway.handlers.media_requests import MediaRequests
from gateway.handlers.media_shelf import MediaShelf
from gateway.handlers.revisions import Revisions
from gateway.handlers.wrapped_answers import WrappedAnswers
from gateway.handlers.wrapped_pages import WrappedPages
from gateway.http.cookies import Cookies
from gateway.http.guard import Guard
from gateway.settings import Settings
from gateway.streams.feeds import IMPORT_TOPICS, NEWS_TOPICS, PEOPLE_TOPICS, ImportFeed, NewsFeed, PeopleFeed

_CONNECTIONS = 8


class Parts:
    """Everything of one gateway process, connected to nothing yet."""

    def __init__(self, settings: Settings) -> None:
        brokers = settings.kafka
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
        self.drawn = DrawnPictures(self.erased)
        self.forgetting = Forgetting(
            self.erased,
            self.identity,
            self.board,
            self.bus,
            self.answers,
            self.wrapped,
            self.drawn,
            CacheSweep(self.cache),
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

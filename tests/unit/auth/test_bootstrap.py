"""The wiring: whatever may be asked of the service has a handler."""

import base64

import aiohttp

from auth.bootstrap import create_handlers
from auth.settings import AuthSettings, SpotifySettings
from chassis.database import Database
from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, Secret
from contracts.messages import Message
from contracts.topics import Topic, load_topics

STORE = MariaDbSettings("127.0.0.1", 1, Secret("unused"))
SETTINGS = AuthSettings(
    kafka=KafkaSettings("127.0.0.1:1", user="", password=Secret("")),
    mariadb=STORE,
    ops=OpsSettings("127.0.0.1", 0, "INFO"),
    spotify=SpotifySettings("client", Secret("secret"), "http://127.0.0.1:1", "http://127.0.0.1:1"),
    public_url="http://127.0.0.1:8080",
    token_keys=Secret(base64.b64encode(b"k" * 32).decode()),
)


class Silence:
    """Announces nothing."""

    async def tell(self, topic: Topic, key: str, message: Message) -> None:
        """Not asked here."""
        raise AssertionError("nobody has a reason to ask for this here")


async def test_every_request_of_the_topic_has_a_handler_and_nothing_else_has() -> None:
    database, locks = (Database(STORE, user="auth", schema="auth") for _ in range(2))
    async with aiohttp.ClientSession() as http:
        handlers = create_handlers(SETTINGS, database, locks, Silence(), http, lambda: 0)
    assert sorted(kind.SCHEMA for kind in handlers.requests) == sorted(load_topics()[Topic.AUTH_REQUESTS].messages)

"""Redis: a cache with a password, and nothing on disk."""

from dataclasses import dataclass

from redis.asyncio import Redis as Client
from redis.exceptions import RedisError

from stack.credentials import write_private
from stack.layout import Layout
from stack.programs import find_program
from stack.spec import ProcessSpec

NAME = "redis"
# What is cached can be asked for again: oldest out when full, nothing saved.
CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass {password}
save ""
appendonly no
maxmemory 256mb
maxmemory-policy allkeys-lru
"""


@dataclass(frozen=True, slots=True)
class Redis:
    """A Redis on `port` of the loopback address."""

    layout: Layout
    port: int
    password: str

    @property
    def url(self) -> str:
        """The address for clients, with the password."""
        return f"redis://:{self.password}@127.0.0.1:{self.port}/0"

    def spec(self) -> ProcessSpec:
        """How it is run."""
        configuration = self.layout.secrets / "redis.conf"

        async def prepare() -> None:
            write_private(configuration, CONFIGURATION.format(port=self.port, password=self.password))

        return ProcessSpec(
            name=NAME,
            argv=(find_program("redis-server", "redis-server"), str(configuration)),
            prepare=prepare,
            ready=self._ready,
        )

    async def _ready(self) -> bool:
        client = Client.from_url(self.url, socket_timeout=3)
        try:
            return bool(await client.ping())
        except (RedisError, OSError):
            return False
        finally:
            await client.aclose()

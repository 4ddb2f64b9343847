"""The servers and addresses of one stack, made of its settings and of what its run directory remembers."""

from dataclasses import dataclass

from stack.credentials import Credentials
from stack.layout import Layout
from stack.ports import Ports
from stack.servers.grants import USERS
from stack.servers.hdfs import Hdfs
from stack.servers.kafka import Kafka
from stack.servers.mariadb import MariaDB
from stack.servers.redis import Redis
from stack.settings import Settings


@dataclass(frozen=True, slots=True)
class Parts:
    """What the process list is made of."""

    settings: Settings
    layout: Layout
    ports: Ports
    credentials: Credentials
    kafka: Kafka
    mariadb: MariaDB
    redis: Redis
    hdfs: Hdfs


def make_parts(settings: Settings) -> Parts:
    """The parts of the stack in `settings.run`; ports and passwords are chosen here if there are none yet."""
    layout = Layout(settings.run)
    ports, credentials = Ports(layout.ports), Credentials(layout.secrets)
    passwords = {user: credentials.get(f"mariadb-{user}") for user in USERS}
    return Parts(
        settings=settings,
        layout=layout,
        ports=ports,
        credentials=credentials,
        kafka=Kafka(layout, ports.get("kafka"), ports.get("kafka-controller")),
        mariadb=MariaDB(layout, ports.get("mariadb"), passwords),
        redis=Redis(layout, ports.get("redis"), credentials.get("redis")),
        hdfs=Hdfs(layout, ports.get("hdfs"), ports.get("hdfs-web")),
    )

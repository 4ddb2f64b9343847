"""A broker as a cluster has it: each service signs in as its own user and may what the charts allow it, no more."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from chassis.settings import KafkaSettings, Secret
from contracts.topics import load_topics
from stack.charts.kafka import SERVICES, users
from stack.layout import JARS, Layout
from stack.ports import free_port
from stack.programs import find_program
from stack.runner import Runner
from stack.servers.kafka import JAVA_PACKAGE, Kafka
from stack.topics import create_topics

PROGRAM = Path(__file__).with_name("AllowUsers.java")
DOOR = """\
listeners=BROKER://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port},CLIENTS://127.0.0.1:{door}
advertised.listeners=BROKER://127.0.0.1:{port},CLIENTS://127.0.0.1:{door}
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENTS:SASL_PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.clients.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
"""


@dataclass(frozen=True, slots=True)
class GuardedKafka:
    """Where it is, and the password of each service."""

    address: str
    passwords: Mapping[str, str]

    def as_user(self, service: str) -> KafkaSettings:
        """The settings of that service."""
        return KafkaSettings(self.address, user=service, password=Secret(self.passwords[service]))


@asynccontextmanager
async def running_guarded_kafka(folder: Path) -> AsyncIterator[GuardedKafka]:
    """A broker with the contract's topics, whose other door everybody has to give a name at."""
    layout, port, controller_port, door = Layout(folder), free_port(), free_port(), free_port()
    passwords = {service: secrets.token_hex(16) for service in SERVICES}
    scram = [("--add-scram", f"SCRAM-SHA-512=[name={name},password={word}]") for name, word in passwords.items()]
    kafka = Kafka(
        layout,
        port,
        controller_port,
        more_properties=DOOR.format(port=port, controller_port=controller_port, door=door),
        format_options=tuple(word for pair in scram for word in pair),
    )
    async with Runner(kafka.spec(finish=partial(create_topics, kafka.bootstrap)), layout):
        rights = folder / "rights"
        _write_rights(rights)
        await _allow(kafka.bootstrap, rights)
        yield GuardedKafka(f"127.0.0.1:{door}", passwords)


def _write_rights(file: Path) -> None:
    rights = [
        " ".join((user, operation.upper(), *(acl["resource"][key] for key in ("type", "name", "patternType"))))
        for user, acls in users(load_topics().values()).items()
        for acl in acls
        for operation in acl["operations"]
    ]
    file.write_text("\n".join(rights))


async def _allow(bootstrap: str, file: Path) -> None:
    java = (find_program("java", JAVA_PACKAGE), "-cp", f"{JARS / 'kafka'}/*", str(PROGRAM), bootstrap, str(file))
    process = await asyncio.create_subprocess_exec(*java, stderr=asyncio.subprocess.PIPE)
    _, words = await process.communicate()
    assert process.returncode == 0, words.decode()

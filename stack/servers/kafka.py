"""Kafka: one node that is broker and controller, from jars."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from aiokafka.admin import AIOKafkaAdminClient
from aiokafka.errors import KafkaError

from stack.layout import JARS, Layout
from stack.probes import port_open
from stack.programs import find_program
from stack.spec import ProcessSpec, StartError, Step, nothing

NAME = "kafka"
JAVA_PACKAGE = "openjdk-17-jre-headless"
CLASS_PATH = f"{JARS / 'kafka'}/*"
LOG_CONFIGURATION = Path(__file__).with_name("kafka.log4j2.properties")
HEAP = ("-Xms256m", "-Xmx512m", "-XX:+UseG1GC", "-XX:MaxGCPauseMillis=20")

# One node cannot copy anything, and its few clients need few internal partitions: each costs time at every start.
# A group of one machine need not wait for late members. The contract creates the topics, a typing error must not.
# A crashed broker may register again when its old session is over, so that is short.
PROPERTIES = """\
process.roles=broker,controller
node.id=1
listeners=BROKER://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller_port}
advertised.listeners=BROKER://127.0.0.1:{port}
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:{controller_port}
log.dirs={data}
auto.create.topics.enable=false
num.partitions=4
default.replication.factor=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
broker.session.timeout.ms=4000
broker.heartbeat.interval.ms=1000
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.cleaner.dedupe.buffer.size=16777216
log.retention.check.interval.ms=60000
"""


@dataclass(frozen=True, slots=True)
class Kafka:
    """A broker on `port` of the loopback address; `controller_port` is its own affair.

    `more_properties` come after the others and win; `format_options` are for the tool that makes its storage.
    """

    layout: Layout
    port: int
    controller_port: int
    more_properties: str = ""
    format_options: tuple[str, ...] = ()

    @property
    def bootstrap(self) -> str:
        """The address for clients."""
        return f"127.0.0.1:{self.port}"

    def spec(self, finish: Step = nothing) -> ProcessSpec:
        """How it is run; `finish` is done each time it has come up, as creating topics."""
        return ProcessSpec(
            name=NAME,
            argv=(*self._java(*HEAP), "kafka.Kafka", str(self._properties)),
            prepare=self._prepare,
            ready=self._ready,
            finish=finish,
        )

    @property
    def _properties(self) -> Path:
        return self.layout.work(NAME) / "server.properties"

    def _java(self, *options: str) -> tuple[str, ...]:
        logs = f"-Dlog4j2.configurationFile={LOG_CONFIGURATION}"
        return (find_program("java", JAVA_PACKAGE), *options, logs, "-cp", CLASS_PATH)

    async def _prepare(self) -> None:
        data = self.layout.data(NAME)
        self._properties.parent.mkdir(parents=True, exist_ok=True)
        properties = PROPERTIES.format(port=self.port, controller_port=self.controller_port, data=data)
        self._properties.write_text(properties + self.more_properties)
        if not (data / "meta.properties").exists():
            await self._format()

    async def _format(self) -> None:
        process = await asyncio.create_subprocess_exec(
            *self._java("-XX:TieredStopAtLevel=1"),
            *("kafka.tools.StorageTool", "format", "--cluster-id", "nachklang"),
            *("--config", str(self._properties), *self.format_options),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
        if process.returncode:
            raise StartError(f"Kafka's storage could not be formatted:\n{output.decode(errors='replace')}")

    async def _ready(self) -> bool:
        if not await port_open(self.port):
            return False
        admin = AIOKafkaAdminClient(bootstrap_servers=self.bootstrap, request_timeout_ms=3000)
        try:
            await admin.start()
            await admin.list_topics()
        except (KafkaError, OSError):
            return False
        finally:
            await admin.close()
        return True

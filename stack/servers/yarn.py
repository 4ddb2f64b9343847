"""YARN: a resource manager and a node manager in one process, from jars. For tests: the stack runs Spark by itself."""

import importlib.util
import shutil
from dataclasses import dataclass
from pathlib import Path

from stack.layout import JARS, Layout
from stack.programs import find_program
from stack.servers.hdfs import JDK_PACKAGE, QUICK_START
from stack.spec import ProcessSpec

NAME = "yarn"
MASTER = "yarn"
PROGRAM = Path(__file__).with_name("MiniYarn.java")
UP = "YARN is up"
NODE_MIB = 2048
"""What the one node gives away: an application master and one executor of each of two jobs side by side."""

# One small executor with a thread a core. The jars are pyspark's own: every node of this cluster is this machine.
EXECUTOR = {
    "spark.executor.instances": "1",
    "spark.executor.cores": "2",
    "spark.executor.memory": "512m",
    "spark.executor.memoryOverhead": "128m",
    "spark.yarn.am.memory": "256m",
    "spark.yarn.am.memoryOverhead": "128m",
}


@dataclass(frozen=True, slots=True)
class Yarn:
    """A cluster of one node on ports of its own choice, which clients find in its `configuration`."""

    layout: Layout

    @property
    def configuration(self) -> Path:
        """The folder for HADOOP_CONF_DIR, once it is up."""
        return self.layout.data(NAME)

    @property
    def containers(self) -> Path:
        """What the programs that it runs print: `*/stderr` below it."""
        return self.layout.work(NAME) / "target"

    @property
    def spark(self) -> dict[str, str]:
        """Spark's settings for a job here, beside the master `yarn`."""
        staging = f"file://{self.layout.work(NAME)}"
        return EXECUTOR | {"spark.yarn.jars": f"local:{_pyspark_jars()}/*", "spark.yarn.stagingDir": staging}

    def spec(self) -> ProcessSpec:
        """How it is run; Java compiles the program as it starts."""
        return ProcessSpec(
            name=NAME,
            argv=(
                find_program("java", JDK_PACKAGE),
                *("-Xmx256m", "-XX:+UseSerialGC", QUICK_START, "-cp", f"{JARS / 'hadoop'}/*", str(PROGRAM)),
                *(str(NODE_MIB), str(self.configuration / "yarn-site.xml")),
            ),
            prepare=self._prepare,
            ready=self._ready,
        )

    async def _prepare(self) -> None:
        shutil.rmtree(self.containers, ignore_errors=True)
        self.configuration.mkdir(parents=True, exist_ok=True)
        self.layout.log(NAME).unlink(missing_ok=True)

    async def _ready(self) -> bool:
        """The program says when its node is known, and has written the configuration before."""
        return UP in self.layout.log(NAME).read_text(errors="replace")


def _pyspark_jars() -> Path:
    spec = importlib.util.find_spec("pyspark")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyspark")
    return Path(spec.origin).parent / "jars"

"""HDFS: a name node and a data node in one process, from jars. For tests: the stack has its checkpoints in a folder."""

from dataclasses import dataclass
from pathlib import Path

from stack.layout import JARS, Layout
from stack.programs import find_program
from stack.spec import ProcessSpec

NAME = "hdfs"
JDK_PACKAGE = "openjdk-17-jdk-headless"
PROGRAM = Path(__file__).with_name("MiniHdfs.java")
UP = "HDFS is up"
QUICK_START = "-XX:TieredStopAtLevel=1"
"""Java's quick compiler only: what runs for one test has started before the thorough one is of use."""


@dataclass(frozen=True, slots=True)
class Hdfs:
    """A file system whose name node listens on `port` of the loopback address, and for WebHDFS on `web_port`."""

    layout: Layout
    port: int
    web_port: int

    @property
    def url(self) -> str:
        """The root of the file system."""
        return f"hdfs://127.0.0.1:{self.port}"

    def spec(self) -> ProcessSpec:
        """How it is run; Java compiles the program as it starts."""
        data = self.layout.data(NAME)
        return ProcessSpec(
            name=NAME,
            argv=(
                find_program("java", JDK_PACKAGE),
                *("-Xmx384m", QUICK_START, "-cp", f"{JARS / 'hadoop'}/*", str(PROGRAM)),
                *(str(data), str(self.port), str(self.web_port)),
            ),
            prepare=self._prepare,
            ready=self._ready,
        )

    async def _prepare(self) -> None:
        self.layout.data(NAME).mkdir(parents=True, exist_ok=True)
        self.layout.log(NAME).unlink(missing_ok=True)

    async def _ready(self) -> bool:
        """Its port is open before its data node is known; the program says when both are."""
        return UP in self.layout.log(NAME).read_text(errors="replace")

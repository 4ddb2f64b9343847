"""MariaDB: Debian's server as an ordinary process, with its own data, socket and port."""

import asyncio
import getpass
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stack.credentials import write_private
from stack.layout import Layout
from stack.probes import PROBE_SECONDS
from stack.programs import find_program
from stack.servers.grants import grant_statements
from stack.spec import ProcessSpec, StartError

NAME = "mariadb"
PACKAGE = "mariadb-server"
LONGEST_SOCKET_PATH = 107  # what the kernel's sockaddr_un holds
GREETING = 10  # the protocol version in a server's first packet; an error packet has 255 there

# A commit goes to the operating system at once and to the disk once a second: a crash of the server loses nothing,
# a power cut at most that second.
OPTIONS = (
    "--bind-address=127.0.0.1",
    "--skip-name-resolve",
    "--character-set-server=utf8mb4",
    "--collation-server=utf8mb4_bin",
    "--default-time-zone=+00:00",
    "--innodb-buffer-pool-size=256M",
    "--innodb-flush-log-at-trx-commit=2",
    "--max-allowed-packet=1G",
)


@dataclass(frozen=True, slots=True)
class MariaDB:
    """A server on `port` of the loopback address. `passwords` by user; who runs it is root through `socket`."""

    layout: Layout
    port: int
    passwords: Mapping[str, str]

    @property
    def socket(self) -> Path:
        """The socket for its administrator: `mariadb -u root -S <socket>`."""
        return self.layout.data(NAME).with_suffix(".sock")

    def spec(self) -> ProcessSpec:
        """How it is run. Schemas, users and grants are brought up to date before it accepts a client."""
        return ProcessSpec(
            name=NAME,
            argv=(
                find_program("mariadbd", PACKAGE),
                "--no-defaults",
                f"--datadir={self.layout.data(NAME)}",
                f"--socket={self.socket}",
                f"--port={self.port}",
                f"--init-file={self._grants}",
                *OPTIONS,
                *_as_current_user(),
            ),
            env=self._temporary,
            prepare=self._prepare,
            ready=self._ready,
        )

    @property
    def _grants(self) -> Path:
        return self.layout.secrets / "mariadb.sql"

    @property
    def _temporary(self) -> Mapping[str, str]:
        """A folder of its own: a server that starts removes every temporary table that it finds in a shared one."""
        return {"TMPDIR": str(self.layout.work(NAME))}

    async def _prepare(self) -> None:
        if len(os.fsencode(self.socket)) > LONGEST_SOCKET_PATH:
            raise StartError(f"The path of the run directory is too long for MariaDB's socket: {self.socket}")
        write_private(self._grants, "".join(f"{line};\n" for line in grant_statements(self.passwords)))
        if not self.layout.data(NAME).exists():
            await self._install()

    async def _install(self) -> None:
        unfinished = self.layout.data(NAME).with_suffix(".new")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        self.layout.work(NAME).mkdir(parents=True, exist_ok=True)
        process = await asyncio.create_subprocess_exec(
            find_program("mariadb-install-db", PACKAGE),
            "--no-defaults",
            f"--datadir={unfinished}",
            "--skip-test-db",
            "--auth-root-authentication-method=socket",
            f"--auth-root-socket-user={getpass.getuser()}",
            *_as_current_user(),
            env=os.environ | dict(self._temporary),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output, _ = await process.communicate()
        if process.returncode:
            raise StartError(f"MariaDB's data could not be created:\n{output.decode(errors='replace')}")
        unfinished.rename(self.layout.data(NAME))

    async def _ready(self) -> bool:
        try:
            async with asyncio.timeout(PROBE_SECONDS):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                first_packet = await reader.read(5)
        except (OSError, TimeoutError):
            return False
        writer.close()
        return first_packet[4:] == bytes([GREETING])


def _as_current_user() -> tuple[str, ...]:
    """mariadbd refuses to run as root unless it is told so."""
    return ("--user=root",) if os.geteuid() == 0 else ()

"""Where the stack keeps what: the state of one run directory, and what was built once for all of them."""

from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]
BUILT = REPOSITORY / ".run" / "built"
JARS = BUILT / "jars"
WEB = REPOSITORY / "services" / "gateway" / "web" / "out"


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders and files of one run directory. It holds all state, so it can be copied, or deleted to begin anew."""

    run: Path

    @property
    def lock(self) -> Path:
        """Held by the supervisor while it runs."""
        return self.run / "lock"

    @property
    def secrets(self) -> Path:
        """Passwords and keys, generated once; readable by the owner only."""
        return self.run / "secrets"

    @property
    def ports(self) -> Path:
        """The ports that the parts got at their first start."""
        return self.run / "ports.json"

    def log(self, name: str) -> Path:
        """What the process of that name prints."""
        return self.run / "logs" / f"{name}.log"

    def pid(self, name: str) -> Path:
        """The process id, while the process of that name runs."""
        return self.run / "pids" / f"{name}.pid"

    def data(self, name: str) -> Path:
        """What the process of that name keeps over a restart."""
        return self.run / "data" / name

    def work(self, name: str) -> Path:
        """The folder that the process of that name is started in."""
        return self.run / "work" / name

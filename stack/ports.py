"""Ports of the parts: free ones at the first start, the same ones from then on."""

import json
import secrets
import socket
from pathlib import Path

# Below the range that Linux hands out for outgoing connections, so that no client takes one while its server restarts.
FIRST, LAST = 20000, 32000
_GIVEN: set[int] = set()


def is_free(port: int) -> bool:
    """Whether a server could listen on that port of the loopback address now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def free_port() -> int:
    """A port that nobody listens on, chosen by chance so that stacks beside each other rarely meet.

    None twice in one process: between its choice and the start of its server a port looks free.
    """
    for _ in range(1000):
        port = FIRST + secrets.randbelow(LAST - FIRST)
        if port not in _GIVEN and is_free(port):
            _GIVEN.add(port)
            return port
    raise RuntimeError(f"no free port between {FIRST} and {LAST}")


class Ports:
    """The ports by name, remembered in a file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ports: dict[str, int] = json.loads(file.read_text()) if file.exists() else {}

    def get(self, name: str) -> int:
        """The port of that name; a new one if there is none yet."""
        if name not in self._ports:
            port = free_port()
            while port in self._ports.values():
                port = free_port()
            self._ports[name] = port
            self._save()
        return self._ports[name]

    def replace_taken(self) -> None:
        """Forget the ports that others listen on. For use before anything of the stack runs."""
        self._ports = {name: port for name, port in self._ports.items() if is_free(port)}
        self._save()

    def _save(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        self._file.write_text(json.dumps(self._ports, indent=2) + "\n")

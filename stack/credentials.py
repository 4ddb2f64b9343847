"""Passwords and keys of the stack: generated once, kept in files that only their owner can read."""

import base64
import secrets
from collections.abc import Callable
from pathlib import Path

KEY_BYTES = 32


def password() -> str:
    """A new password of letters and digits, fit for a URL, SQL and a configuration file as it is."""
    return secrets.token_hex(KEY_BYTES)


def key() -> str:
    """A new 256-bit key in base64, as NACHKLANG_TOKEN_KEY takes it."""
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


class Credentials:
    """The secrets of one run directory by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str, make: Callable[[], str] = password) -> str:
        """The secret of that name; made and written at the first call."""
        file = self._folder / name
        if not file.exists():
            write_private(file, make())
        return file.read_text()


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner can read; it appears whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = file.with_name(file.name + ".new")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    unfinished.write_text(text)
    unfinished.replace(file)

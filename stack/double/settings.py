"""What the double reads from its environment; nothing else of it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from stack.double.redirects import why_refused


class SettingsError(Exception):
    """The environment cannot be used; the message says which variable and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One registered application and the address that the double is reached at."""

    host: str
    port: int
    public_url: str
    client_id: str
    client_secret: str
    redirects: tuple[str, ...]
    catalogue: Path | None


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Settings from the environment.

    NACHKLANG_DOUBLE_PORT, SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET and NACHKLANG_DOUBLE_REDIRECTS (addresses apart by
    blanks) are needed. NACHKLANG_DOUBLE_HOST (127.0.0.1), NACHKLANG_DOUBLE_URL (the address that browsers use; made of
    host and port) and NACHKLANG_DOUBLE_CATALOGUE (a JSON file) have defaults. Raises SettingsError.
    """
    port = _port(_needed(environ, "NACHKLANG_DOUBLE_PORT"))
    host = environ.get("NACHKLANG_DOUBLE_HOST") or "127.0.0.1"
    catalogue = environ.get("NACHKLANG_DOUBLE_CATALOGUE")
    return Settings(
        host=host,
        port=port,
        public_url=(environ.get("NACHKLANG_DOUBLE_URL") or f"http://{host}:{port}").rstrip("/"),
        client_id=_needed(environ, "SPOTIFY_CLIENT_ID"),
        client_secret=_needed(environ, "SPOTIFY_CLIENT_SECRET"),
        redirects=_redirects(_needed(environ, "NACHKLANG_DOUBLE_REDIRECTS")),
        catalogue=Path(catalogue) if catalogue else None,
    )


def _needed(environ: Mapping[str, str], name: str) -> str:
    value = environ.get(name)
    if not value:
        raise SettingsError(f"{name} is not set")
    return value


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:  # noqa: PLR2004 - the highest TCP port
        raise SettingsError("NACHKLANG_DOUBLE_PORT must be a port number")
    return int(text)


def _redirects(text: str) -> tuple[str, ...]:
    addresses = tuple(text.split())
    for address in addresses:
        reason = why_refused(address)
        if reason:
            raise SettingsError(f"NACHKLANG_DOUBLE_REDIRECTS: {address} cannot be registered: {reason}")
    return addresses

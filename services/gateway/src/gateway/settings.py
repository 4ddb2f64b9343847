"""Every setting of the gateway; nothing else reads the environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, Secret, SettingsError, env, load
from contracts.samples import OtherSource, other_sources
from gateway.domain.addresses import networks
from gateway.domain.origins import origin_of

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_WEB_ROOT = Path(__file__).parents[2] / "web" / "out"


@dataclass(frozen=True)
class PublicSettings:
    """Where people reach the gateway. `url` is the address in their browser.

    `trusted_proxies`: addresses or networks whose X-Forwarded-For counts. `address_key`: whence somebody signs in with
    a password is told to the auth service hashed with it; all gateways need the same, so that they count together.
    """

    host: str = env("NACHKLANG_HOST", "127.0.0.1")
    port: int = env("NACHKLANG_PORT", 8080)
    url: str = env("NACHKLANG_PUBLIC_URL", "http://127.0.0.1:8080")
    web_root: str = env("NACHKLANG_WEB_ROOT", str(_WEB_ROOT))
    image_origins: str = env("NACHKLANG_IMAGE_ORIGINS", "")
    frame_origins: str = env("NACHKLANG_FRAME_ORIGINS", "")
    ready_urls: str = env("NACHKLANG_READY_URLS", "")
    max_upload_bytes: int = env("NACHKLANG_MAX_UPLOAD_BYTES", 2 * 1024**3)
    trusted_proxies: str = env("NACHKLANG_TRUSTED_PROXIES", "")
    address_key: Secret = env("NACHKLANG_ADDRESS_KEY", "")
    samples: str = env("NACHKLANG_SAMPLES", "")

    @property
    def secure(self) -> bool:
        """Whether cookies travel over https only: everywhere but on loopback without it."""
        parts = urlsplit(self.url)
        return parts.scheme == "https" or parts.hostname not in _LOOPBACK

    @property
    def sample_sources(self) -> tuple[OtherSource, ...]:
        """Whose samples may play beside Spotify's. Raises ValueError for what is no source."""
        return other_sources(self.samples)


@dataclass(frozen=True)
class Settings:
    """The gateway's settings."""

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    public: PublicSettings
    redis_url: str = env("NACHKLANG_REDIS_URL", "redis://127.0.0.1:6379/0")


def words(text: str) -> tuple[str, ...]:
    """A list in one setting: parts by commas or blanks."""
    return tuple(text.replace(",", " ").split())


def from_environment() -> Settings:
    """The settings of this process. Raises SettingsError."""
    settings = load(Settings, os.environ)
    for name, check in (
        ("NACHKLANG_PUBLIC_URL", lambda: origin_of(settings.public.url)),
        ("NACHKLANG_TRUSTED_PROXIES", lambda: networks(words(settings.public.trusted_proxies))),
        ("NACHKLANG_SAMPLES", lambda: settings.public.sample_sources),
    ):
        try:
            check()
        except ValueError as error:
            raise SettingsError(f"{name}: {error}") from error
    return settings

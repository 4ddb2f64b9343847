"""The environment of the auth service."""

import os
from dataclasses import dataclass

from auth.domain.redirects import why_refused
from chassis.settings import (
    KafkaSettings,
    MariaDbSettings,
    OpsSettings,
    Secret,
    SettingsError,
    belong_together,
    env,
    load,
)


@dataclass(frozen=True)
class SpotifySettings:
    """The application that people sign in with, and where Spotify (or its double) answers.

    Without one there are local accounts only.
    """

    client_id: str = env("SPOTIFY_CLIENT_ID", "")
    client_secret: Secret = env("SPOTIFY_CLIENT_SECRET", "")
    accounts_url: str = env("SPOTIFY_ACCOUNTS_URL", "https://accounts.spotify.com")
    api_url: str = env("SPOTIFY_API_URL", "https://api.spotify.com")


@dataclass(frozen=True)
class AuthSettings:
    """Everything that the auth service reads from its environment.

    `public_url` is where browsers reach the gateway. `token_keys`: 32 bytes in base64; while keys are being changed
    several, apart by commas: the first seals, all open.
    """

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    spotify: SpotifySettings
    public_url: str = env("NACHKLANG_PUBLIC_URL")
    token_keys: Secret = env("NACHKLANG_TOKEN_KEY")

    @property
    def redirect_uri(self) -> str:
        """The address that must be registered at Spotify, to the letter."""
        return self.public_url.rstrip("/") + "/auth/callback"


def from_environment() -> AuthSettings:
    """The settings of this process. Raises SettingsError, also for an address that Spotify would not register."""
    settings = load(AuthSettings, os.environ)
    spotify = settings.spotify
    belong_together(SPOTIFY_CLIENT_ID=spotify.client_id, SPOTIFY_CLIENT_SECRET=spotify.client_secret)
    reason = why_refused(settings.redirect_uri)
    if reason:
        raise SettingsError(f"NACHKLANG_PUBLIC_URL is {settings.public_url!r}: {reason}")
    return settings

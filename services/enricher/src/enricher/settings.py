"""The environment of the enricher."""

import os
from dataclasses import dataclass

from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, Secret, env, load


@dataclass(frozen=True)
class SpotifySettings:
    """The application's own credentials and where Spotify (or its double) answers."""

    client_id: str = env("SPOTIFY_CLIENT_ID")
    client_secret: Secret = env("SPOTIFY_CLIENT_SECRET")
    accounts_url: str = env("SPOTIFY_ACCOUNTS_URL", "https://accounts.spotify.com")
    api_url: str = env("SPOTIFY_API_URL", "https://api.spotify.com")
    embed_url: str = env("SPOTIFY_EMBED_URL", "https://open.spotify.com/embed")
    market: str = env("SPOTIFY_MARKET", "DE")


@dataclass(frozen=True)
class EnricherSettings:
    """Everything that the enricher reads from its environment."""

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    spotify: SpotifySettings


def from_environment() -> EnricherSettings:
    """The settings of this process. Raises SettingsError."""
    return load(EnricherSettings, os.environ)

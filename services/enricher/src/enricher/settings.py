"""The environment of the enricher."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

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
from contracts.samples import OtherSource, other_sources

FAMILIES = ("search", "tracks", "artists", "episodes", "oembed")


@dataclass(frozen=True)
class SpotifySettings:
    """The application's own credentials, and where Spotify (or its double) answers.

    Without credentials only what Spotify tells everybody is shown: covers of what an export names by id.
    """

    client_id: str = env("SPOTIFY_CLIENT_ID", "")
    client_secret: Secret = env("SPOTIFY_CLIENT_SECRET", "")
    accounts_url: str = env("SPOTIFY_ACCOUNTS_URL", "https://accounts.spotify.com")
    api_url: str = env("SPOTIFY_API_URL", "https://api.spotify.com")
    open_url: str = env("SPOTIFY_OPEN_URL", "https://open.spotify.com")
    market: str = env("SPOTIFY_MARKET", "DE")


@dataclass(frozen=True)
class PaceSettings:
    """How gently Spotify is asked (`adapters.spotify.gate.Pace`).

    `a_day`: calls a day by family, as `search=100 tracks=300`; a family that is not named has no limit but Spotify's.
    """

    per_second: float = env("NACHKLANG_SPOTIFY_CALLS_PER_SECOND", 1.0)
    in_flight: int = env("NACHKLANG_SPOTIFY_CALLS_IN_FLIGHT", 1)
    a_day: str = env("NACHKLANG_SPOTIFY_CALLS_A_DAY", "search=100 tracks=300 artists=200 episodes=100")

    def budgets(self) -> Mapping[str, int]:
        """`a_day` by family. Raises SettingsError."""
        return dict(_budget(word) for word in self.a_day.split() if word != "unlimited")


@dataclass(frozen=True)
class SampleSettings:
    """Other sources of samples (`contracts.samples`), and where they answer. None by default."""

    names: str = env("NACHKLANG_SAMPLES", "")
    deezer_url: str = env("DEEZER_API_URL", "https://api.deezer.com")
    itunes_url: str = env("ITUNES_API_URL", "https://itunes.apple.com")

    def sources(self) -> tuple[OtherSource, ...]:
        """The sources in their order. Raises SettingsError."""
        try:
            return other_sources(self.names)
        except ValueError as error:
            raise SettingsError(f"NACHKLANG_SAMPLES: {error}") from error


@dataclass(frozen=True)
class EnricherSettings:
    """Everything that the enricher reads from its environment."""

    kafka: KafkaSettings
    mariadb: MariaDbSettings
    ops: OpsSettings
    spotify: SpotifySettings
    pace: PaceSettings
    samples: SampleSettings


def from_environment() -> EnricherSettings:
    """The settings of this process. Raises SettingsError."""
    settings = load(EnricherSettings, os.environ)
    settings.pace.budgets()
    settings.samples.sources()
    spotify = settings.spotify
    belong_together(SPOTIFY_CLIENT_ID=spotify.client_id, SPOTIFY_CLIENT_SECRET=spotify.client_secret)
    if settings.pace.in_flight < 1 or settings.pace.per_second < 0:
        raise SettingsError("NACHKLANG_SPOTIFY_CALLS_IN_FLIGHT must be 1 at least, …_PER_SECOND 0 (no limit) or more")
    return settings


def _budget(word: str) -> tuple[str, int]:
    family, _, calls = word.partition("=")
    if family not in FAMILIES or not calls.isdigit():
        raise SettingsError(
            f"NACHKLANG_SPOTIFY_CALLS_A_DAY holds {word!r}, expected FAMILY=CALLS with one of {', '.join(FAMILIES)}"
        )
    return family, int(calls)

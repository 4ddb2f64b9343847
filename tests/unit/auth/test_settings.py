"""The environment of the auth service."""

import pytest

from auth.settings import from_environment
from chassis.settings import SettingsError

ENVIRONMENT = {
    "NACHKLANG_MARIADB_PASSWORD": "db-password",
    "NACHKLANG_OPS_PORT": "9000",
    "NACHKLANG_PUBLIC_URL": "http://127.0.0.1:8080/",
    "NACHKLANG_TOKEN_KEY": "key-material",
    "SPOTIFY_CLIENT_ID": "id",
    "SPOTIFY_CLIENT_SECRET": "client-secret",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("SPOTIFY_ACCOUNTS_URL", "SPOTIFY_API_URL"):
        monkeypatch.delenv(name, raising=False)
    for name, value in ENVIRONMENT.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_defaults_are_the_real_spotify(environment: pytest.MonkeyPatch) -> None:
    settings = from_environment()
    assert settings.redirect_uri == "http://127.0.0.1:8080/auth/callback"
    assert settings.spotify.accounts_url == "https://accounts.spotify.com"


def test_secrets_do_not_show_themselves(environment: pytest.MonkeyPatch) -> None:
    shown = repr(from_environment())
    assert not any(secret in shown for secret in ("db-password", "key-material", "client-secret"))


@pytest.mark.parametrize("address", ["http://localhost:8080", "http://music.example.org"])
def test_addresses_that_spotify_refuses_end_the_start(environment: pytest.MonkeyPatch, address: str) -> None:
    environment.setenv("NACHKLANG_PUBLIC_URL", address)
    with pytest.raises(SettingsError, match="NACHKLANG_PUBLIC_URL"):
        from_environment()


def test_an_instance_can_do_without_an_application(environment: pytest.MonkeyPatch) -> None:
    for name in ("SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"):
        environment.delenv(name)
    assert from_environment().spotify.client_id == ""


@pytest.mark.parametrize("name", list(ENVIRONMENT))
def test_what_is_missing_is_named(environment: pytest.MonkeyPatch, name: str) -> None:
    environment.delenv(name)
    with pytest.raises(SettingsError, match=name):
        from_environment()

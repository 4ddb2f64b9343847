"""What the double takes from its environment."""

import pytest

from stack.double.settings import SettingsError, read_settings

ENVIRONMENT = {
    "NACHKLANG_DOUBLE_PORT": "8090",
    "NACHKLANG_DOUBLE_REDIRECTS": "http://127.0.0.1:8080/auth/callback https://a.example/auth/callback",
    "SPOTIFY_CLIENT_ID": "id",
    "SPOTIFY_CLIENT_SECRET": "secret",
}


def test_defaults() -> None:
    settings = read_settings(ENVIRONMENT)
    assert (settings.host, settings.port, settings.public_url) == ("127.0.0.1", 8090, "http://127.0.0.1:8090")
    assert settings.redirects == ("http://127.0.0.1:8080/auth/callback", "https://a.example/auth/callback")
    assert settings.catalogue is None


@pytest.mark.parametrize("name", list(ENVIRONMENT))
def test_what_is_missing_is_named(name: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings({key: value for key, value in ENVIRONMENT.items() if key != name})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NACHKLANG_DOUBLE_PORT", "x"),
        ("NACHKLANG_DOUBLE_PORT", "70000"),
        ("NACHKLANG_DOUBLE_REDIRECTS", "http://localhost/"),
    ],
)
def test_what_spotify_would_not_take_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings(ENVIRONMENT | {name: value})

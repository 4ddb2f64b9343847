"""The stack's settings: defaults, what belongs together, and clear words for what cannot be used."""

import pytest

from stack.layout import REPOSITORY
from stack.settings import PACES, SettingsError, SpotifyApp, read_settings


def test_nothing_has_to_be_set() -> None:
    settings = read_settings({})
    assert settings.run == REPOSITORY / ".run"
    assert (settings.port, settings.public_url) == (8080, "http://127.0.0.1:8080")
    assert settings.spotify is None


def test_the_address_follows_the_port() -> None:
    assert read_settings({"NACHKLANG_PORT": "9000"}).public_url == "http://127.0.0.1:9000"


def test_with_an_application_the_real_spotify_is_used() -> None:
    settings = read_settings({"SPOTIFY_CLIENT_ID": "id", "SPOTIFY_CLIENT_SECRET": "secret"})
    assert settings.spotify == SpotifyApp(
        client_id="id",
        client_secret="secret",
        accounts_url="https://accounts.spotify.com",
        api_url="https://api.spotify.com",
        open_url="https://open.spotify.com",
    )


def test_the_double_need_not_be_spared_and_spotify_is() -> None:
    application = {"SPOTIFY_CLIENT_ID": "id", "SPOTIFY_CLIENT_SECRET": "secret"}
    slower = {"NACHKLANG_SPOTIFY_CALLS_PER_SECOND": "0.5"}
    assert read_settings({}).paces == PACES
    assert read_settings(slower).paces == PACES | slower
    assert read_settings(application).paces == {}
    assert read_settings(application | slower).paces == slower


def test_an_instance_can_do_without_spotify() -> None:
    settings = read_settings({"NACHKLANG_SPOTIFY": "none"})
    assert (settings.double, settings.spotify, settings.paces) == (False, None, {})
    assert read_settings({}).double


@pytest.mark.parametrize(
    "unclear",
    [
        {"NACHKLANG_SPOTIFY": "off"},
        {"NACHKLANG_SPOTIFY": "none", "SPOTIFY_CLIENT_ID": "i", "SPOTIFY_CLIENT_SECRET": "s"},
    ],
    ids=str,
)
def test_what_is_unclear_is_refused(unclear: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="NACHKLANG_SPOTIFY"):
        read_settings(unclear)


@pytest.mark.parametrize("half", [{"SPOTIFY_CLIENT_ID": "id"}, {"SPOTIFY_CLIENT_SECRET": "secret"}])
def test_half_an_application_is_refused(half: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match="both, or neither"):
        read_settings(half)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "80a", "８０"])
def test_what_is_no_port_is_refused(port: str) -> None:
    with pytest.raises(SettingsError, match="NACHKLANG_PORT"):
        read_settings({"NACHKLANG_PORT": port})

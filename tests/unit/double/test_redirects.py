"""Spotify's rules for redirect addresses."""

import pytest

from stack.double.redirects import is_allowed, why_refused

REGISTERED = (
    "https://music.example.org/auth/callback",
    "http://127.0.0.1:8080/auth/callback",
    "http://[::1]/auth/callback",
)


@pytest.mark.parametrize(
    "asked",
    [
        "https://music.example.org/auth/callback",
        "http://127.0.0.1:8080/auth/callback",
        "http://[::1]/auth/callback",
        "http://[::1]:9/auth/callback",
        "http://[::1]:54321/auth/callback",
    ],
)
def test_registered_addresses_and_any_port_of_a_portless_loopback_are_allowed(asked: str) -> None:
    assert is_allowed(asked, REGISTERED)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "https://music.example.org/auth/callback/",
        "https://music.example.org/Auth/callback",
        "https://music.example.org:8443/auth/callback",
        "https://music.example.org/auth/callback?next=/",
        "http://127.0.0.1:8081/auth/callback",
        "http://127.0.0.1/auth/callback",
        "http://[::1]:54321/other",
        "http://[::1]:no/auth/callback",
        "https://[::1]:54321/auth/callback",
    ],
)
def test_anything_else_is_refused(asked: str) -> None:
    assert not is_allowed(asked, REGISTERED)


@pytest.mark.parametrize(
    "address", ["https://music.example.org/cb", "http://127.0.0.1:8080/cb", "http://127.0.0.1/cb", "http://[::1]:80/cb"]
)
def test_the_dashboard_registers_https_and_loopback_literals(address: str) -> None:
    assert why_refused(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "http://localhost:8080/cb",
        "https://localhost/cb",
        "http://192.168.1.5/cb",
        "http://nachklang.local/cb",
        "/cb",
        "https://a.example/cb#part",
        "http://[::1/cb",
    ],
)
def test_the_dashboard_refuses_the_rest(address: str) -> None:
    assert why_refused(address)

"""Where a request comes from: proxies are believed only where a setting says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.domain.addresses import client_address, client_hash, networks
from gateway.domain.origins import origin_of

PROXIES = networks(["10.0.0.0/8", "::1"])


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("203.0.113.5", [], "203.0.113.5"),
        ("203.0.113.5", ["198.51.100.1"], "203.0.113.5"),
        ("10.1.2.3", [], "10.1.2.3"),
        ("10.1.2.3", ["198.51.100.1"], "198.51.100.1"),
        ("10.1.2.3", ["6.6.6.6, 198.51.100.1"], "198.51.100.1"),
        ("10.1.2.3", ["6.6.6.6", "198.51.100.1, 10.9.9.9"], "198.51.100.1"),
        ("::1", ["2001:db8::7"], "2001:db8::7"),
        ("::ffff:10.1.2.3", ["198.51.100.1"], "198.51.100.1"),
        ("10.1.2.3", ["6.6.6.6, nonsense"], "None"),
        (None, ["198.51.100.1"], "None"),
    ],
)
def test_only_what_a_trusted_proxy_says_counts(peer: str | None, forwarded: list[str], expected: str) -> None:
    assert str(client_address(peer, forwarded, PROXIES)) == expected


@given(peer=st.ip_addresses(), header=st.text())
def test_without_trusted_proxies_no_header_changes_the_address(peer: object, header: str) -> None:
    assert client_address(str(peer), [header], ()) == client_address(str(peer), [], ())


def hashed(address: str, key: bytes = b"key") -> str | None:
    return client_hash(client_address(address, [], ()), key)


def test_the_hash_stands_for_the_address_and_for_nobody_without_the_key() -> None:
    assert hashed("198.51.100.1") == hashed("::ffff:198.51.100.1")
    assert hashed("198.51.100.1") != hashed("198.51.100.2")
    assert hashed("198.51.100.1") != hashed("198.51.100.1", b"other")
    assert hashed("2001:db8:1:2::1") == hashed("2001:db8:1:2:ffff::9"), "one household has all of these"
    assert hashed("2001:db8:1:2::1") != hashed("2001:db8:1:3::1")
    assert client_hash(None, b"key") is None


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://Music.Example.org/", "https://music.example.org"),
        ("https://music.example.org:443/a?b", "https://music.example.org"),
        ("https://music.example.org:8443", "https://music.example.org:8443"),
        ("http://[::1]:80", "http://[::1]"),
        ("https://müsik.example", "https://xn--msik-0ra.example"),
    ],
)
def test_an_origin_is_written_as_browsers_do(url: str, origin: str) -> None:
    assert origin_of(url) == origin


@pytest.mark.parametrize("url", ["", "music.example.org", "ftp://music.example.org", "https://"])
def test_what_has_no_origin_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        origin_of(url)

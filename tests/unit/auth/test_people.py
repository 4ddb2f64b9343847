"""What people may set, and until when they are connected."""

import pytest

from auth.domain.connections import DAY_MS, Connection, Tokens, connected_until
from auth.domain.people import check_locale, check_time_zone
from auth.domain.redirects import why_refused
from auth.domain.refusals import Refusal


@pytest.mark.parametrize("zone", ["UTC", "Europe/Berlin", "America/Argentina/Ushuaia", "Asia/Kathmandu"])
def test_iana_zones_are_accepted(zone: str) -> None:
    check_time_zone(zone)


@pytest.mark.parametrize("zone", ["", "Berlin", "europe/berlin", "+01:00", "../etc/passwd", "Mars/Olympus"])
def test_other_zones_are_refused(zone: str) -> None:
    with pytest.raises(Refusal, match="IANA"):
        check_time_zone(zone)


@pytest.mark.parametrize("tag", ["en", "de-DE", "pt-BR", "zh-Hant-TW", "es-419"])
def test_language_tags_are_accepted(tag: str) -> None:
    check_locale(tag)


@pytest.mark.parametrize("tag", ["", "EN", "de_DE", "de-de", "english", "en\n"])
def test_other_tags_are_refused(tag: str) -> None:
    with pytest.raises(Refusal, match="language tag"):
        check_locale(tag)


def test_a_connection_lasts_half_a_year_from_the_authorization() -> None:
    assert connected_until(1_000, ended=False, now=1_000) == 1_000 + 182 * DAY_MS
    assert connected_until(1_000, ended=False, now=1_000 + 182 * DAY_MS) is None
    assert connected_until(1_000, ended=True, now=1_000) is None
    assert connected_until(None, ended=False, now=1_000) is None


def test_a_renewal_keeps_the_refresh_token_unless_there_is_a_new_one() -> None:
    connection = Connection("access", "refresh", expires_at=100_000, authorized_at=0)
    assert not connection.is_stale(40_000)
    assert connection.is_stale(40_001)
    assert connection.renewed(Tokens("new", None, 200_000)) == Connection("new", "refresh", 200_000, 0)
    assert connection.renewed(Tokens("new", "other", 200_000)).refresh_token == "other"


def test_tokens_do_not_show_themselves() -> None:
    assert "access" not in repr(Connection("access", "refresh", 0, 0)) + repr(Tokens("access", "refresh", 0))


@pytest.mark.parametrize("address", ["https://a.example/auth/callback", "http://127.0.0.1:8080/x", "http://[::1]/x"])
def test_addresses_that_spotify_registers(address: str) -> None:
    assert why_refused(address) is None


@pytest.mark.parametrize(
    ("address", "advice"),
    [
        ("http://localhost:8080/x", "127.0.0.1"),
        ("https://localhost/x", "127.0.0.1"),
        ("http://music.example.org/x", "https"),
        ("http://192.168.1.2/x", "https"),
        ("music.example.org", "no address"),
        ("http://[::1/x", "no address"),
    ],
)
def test_addresses_that_it_refuses_come_with_advice(address: str, advice: str) -> None:
    assert advice in (why_refused(address) or "")

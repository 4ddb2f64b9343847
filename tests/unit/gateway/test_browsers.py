"""What browsers are told and believed: cookies, headers over TLS, and where a request comes from."""

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from contracts.keys import credential_hash
from gateway.domain.problems import Refused
from gateway.http.browsers import Browsers
from gateway.http.cookies import Cookies
from gateway.http.origin import OwnOrigin
from gateway.http.security import headers_for

PAGE = "https://music.example.org"


def set_cookies(response: web.StreamResponse) -> list[str]:
    return [morsel.OutputString() for morsel in response.cookies.values()]


def test_over_tls_no_other_host_of_the_domain_can_have_set_a_cookie() -> None:
    cookies, response = Cookies(secure=True), web.Response()
    cookies.open_session(response, "s1")
    cookies.bind(response, "n1")
    for line in set_cookies(response):
        assert line.startswith("__Host-nachklang_")
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(line.split("; "))
        assert "Domain" not in line, "a browser drops a __Host- cookie with one"
    planted = make_mocked_request("GET", "/", {"Cookie": "nachklang_session=planted; nachklang_nonce=planted"})
    assert (cookies.session(planted), cookies.nonce(planted)) == (None, None)
    own = make_mocked_request("GET", "/", {"Cookie": "__Host-nachklang_session=s1; __Host-nachklang_nonce=n1"})
    assert (cookies.session(own), cookies.nonce(own)) == ("s1", "n1")


def test_the_cookie_is_cleared_as_it_was_set() -> None:
    for secure in (True, False):
        response = web.Response()
        Cookies(secure).close_session(response)
        (line,) = set_cookies(response)
        assert line.startswith(f"{Cookies(secure).session_name}=")
        assert "Max-Age=0" in line
        assert ("Secure" in line) is secure


@pytest.mark.parametrize("secure", [True, False])
async def test_browsers_stay_with_tls_where_there_is_tls(secure: bool) -> None:
    response = web.Response()
    await headers_for(secure=secure)(make_mocked_request("GET", "/"), response)
    assert ("Strict-Transport-Security" in response.headers) is secure


async def test_what_a_handler_has_set_stays() -> None:
    response = web.Response(headers={"Content-Security-Policy": "default-src 'self'", "Cache-Control": "private"})
    await headers_for(secure=True)(make_mocked_request("GET", "/api/v1/me"), response)
    assert response.headers.getall("Content-Security-Policy") == ["default-src 'self'"]
    assert response.headers.getall("Cache-Control") == ["private"]


@pytest.mark.parametrize(
    ("headers", "admitted"),
    [
        ({}, True),
        ({"Origin": PAGE}, True),
        ({"Origin": PAGE, "Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Origin": PAGE + ":8443"}, False),
        ({"Origin": PAGE.replace("https", "http")}, False),
        ({"Origin": "null"}, False),
        ({"Origin": PAGE, "Sec-Fetch-Site": "same-site"}, False),
        ({"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"}, False),
    ],
)
def test_only_our_own_page_and_programs_may_send(headers: dict[str, str], admitted: bool) -> None:
    request = make_mocked_request("POST", "/auth/password", headers)
    if admitted:
        OwnOrigin(PAGE + "/").require(request)
    else:
        with pytest.raises(Refused):
            OwnOrigin(PAGE + "/").require(request)


def test_the_auth_service_learns_a_label_and_hashes_only() -> None:
    headers = {"Cookie": "nachklang_session=s1", "User-Agent": "curl/8.5.0"}
    request = make_mocked_request("POST", "/auth/password", headers).clone(remote="198.51.100.1")
    browser = Browsers(Cookies(secure=False), b"key", ()).of(request)
    assert (browser.device, browser.session_hash) == ("curl", credential_hash("s1"))
    assert browser.client_hash is not None
    assert len(browser.client_hash) == 64

"""GET /authorize: who is sent where, with what."""

import pytest

from stack.double.http.pages import STAND_IN
from tests.integration.double.conftest import REDIRECT, Double, answer_of


async def test_as_sends_straight_back_with_code_and_state(double: Double) -> None:
    answer = answer_of(await double.authorize(**{"as": "any-one-7"}))
    assert answer["state"] == "s"
    assert answer["code"]


async def test_a_browser_picks_a_person_agrees_and_is_not_asked_again(double: Double) -> None:
    first = await double.authorize()
    assert first.status == 303
    login = await double.http.get(first.headers["Location"])
    assert "Mira Solberg" in await login.text()
    form = {"person": "mira", "continue": f"/authorize?client_id=client&response_type=code&redirect_uri={REDIRECT}"}
    picked = await double.http.post("/login", data=form, allow_redirects=False)
    assert picked.status == 303
    assert "spotify_double_person=mira" in picked.headers["Set-Cookie"]

    cookies = {"spotify_double_person": "mira"}
    double.http.session.cookie_jar.update_cookies(cookies)
    consent = await double.authorize()
    assert "user-top-read" in await consent.text()
    agreed = await double.http.post(consent.url.path_qs, data={"decision": "agree"}, allow_redirects=False)
    assert "code" in answer_of(agreed)
    assert "code" in answer_of(await double.authorize())
    assert (await double.authorize(show_dialog="true")).status == 200


async def test_whoever_cancels_is_sent_back_with_access_denied(double: Double) -> None:
    double.http.session.cookie_jar.update_cookies({"spotify_double_person": "mira"})
    consent = await double.authorize()
    cancelled = await double.http.post(consent.url.path_qs, data={"decision": "cancel"}, allow_redirects=False)
    assert answer_of(cancelled) == {"error": "access_denied", "state": "s"}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"client_id": "other"}, "INVALID_CLIENT: Invalid client"),
        ({"redirect_uri": REDIRECT + "/"}, "INVALID_CLIENT: Invalid redirect URI"),
        ({"redirect_uri": "http://localhost:8080/auth/callback"}, "INVALID_CLIENT: Invalid redirect URI"),
        ({"response_type": "token"}, "response_type must be code"),
        ({"scope": "user-read-mind"}, "INVALID_SCOPE: Invalid scope"),
        ({"code_challenge": "x" * 43, "code_challenge_method": "plain"}, "code_challenge_method must be S256"),
        ({"code_challenge": "short", "code_challenge_method": "S256"}, "Invalid code_challenge"),
        ({"as": "Not A Name"}, "as must be 1 to 32"),
    ],
)
async def test_a_wrong_request_is_told_on_a_page_and_not_sent_back(
    double: Double, query: dict[str, str], words: str
) -> None:
    answer = await double.authorize(**({"as": "anna"} | query))
    assert answer.status == 400
    assert words in await answer.text()


async def test_without_login_nothing_is_checked_yet(double: Double) -> None:
    assert (await double.authorize(client_id="other")).status == 303


async def test_switches_deny_and_spoil_the_state(double: Double) -> None:
    await double.switch(deny_consent=True)
    assert answer_of(await double.authorize(**{"as": "anna"})) == {"error": "access_denied", "state": "s"}
    await double.switch(deny_consent=False, state_echo="changed")
    assert answer_of(await double.authorize(**{"as": "anna"}))["state"] != "s"
    await double.switch(state_echo="absent")
    assert "state" not in answer_of(await double.authorize(**{"as": "anna"}))
    await double.switch(accounts_outage="503")
    assert (await double.authorize(**{"as": "anna"})).status == 503


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/login",
        "/authorize?as=x&client_id=other",
        "/embed/track/7unknownunknownunknown",
        "/embed/track/nothing",
        "/track/7unknownunknownunknown",
        "/show/7unknownunknownunknown",
    ],
)
async def test_every_page_says_that_it_is_a_stand_in(double: Double, path: str) -> None:
    answer = await double.http.get(path)
    assert answer.content_type == "text/html"
    assert STAND_IN in await answer.text()

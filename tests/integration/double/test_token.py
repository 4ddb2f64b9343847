"""POST /api/token: exchange, refresh, client credentials, and every refusal."""

import base64

import pytest

from stack.double.clock import DAY_MS, MINUTE_MS
from stack.double.codes import challenge_of
from tests.integration.double.conftest import EVERYTHING, REDIRECT, Double

VERIFIER = "v" * 43
PKCE = {"code_challenge": challenge_of(VERIFIER), "code_challenge_method": "S256"}


def _basic(text: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(text.encode()).decode()}


async def test_a_code_becomes_tokens_once(double: Double) -> None:
    form = {"grant_type": "authorization_code", "code": await double.code(), "redirect_uri": REDIRECT}
    answer = await double.exchange(**form)
    tokens = await answer.json()
    assert (tokens["token_type"], tokens["expires_in"], tokens["scope"]) == ("Bearer", 3600, EVERYTHING)
    assert set(tokens) == {"access_token", "token_type", "scope", "expires_in", "refresh_token"}
    again = await double.exchange(**form)
    assert again.status == 400
    assert await again.json() == {"error": "invalid_grant", "error_description": "Invalid authorization code"}


async def test_a_code_dies_after_ten_minutes(double: Double) -> None:
    code = await double.code()
    await double.switch(clock_offset_ms=10 * MINUTE_MS + 1)
    answer = await double.exchange(grant_type="authorization_code", code=code, redirect_uri=REDIRECT)
    assert (await answer.json())["error_description"] == "Authorization code expired"


async def test_pkce_alone_or_on_top_of_the_secret(double: Double) -> None:
    form = {"grant_type": "authorization_code", "redirect_uri": REDIRECT, "code_verifier": VERIFIER}
    assert (await double.exchange(**form, code=await double.code(**PKCE))).status == 200
    public = await double.exchange({}, **form, code=await double.code(**PKCE), client_id="client")
    assert public.status == 200
    refresh_token = (await public.json())["refresh_token"]
    refreshed = await double.exchange({}, grant_type="refresh_token", refresh_token=refresh_token, client_id="client")
    assert refreshed.status == 200
    wrong = await double.exchange(**(form | {"code_verifier": "w" * 43}), code=await double.code(**PKCE))
    assert (await wrong.json())["error_description"] == "code_verifier was incorrect"
    missing = await double.exchange(
        grant_type="authorization_code", redirect_uri=REDIRECT, code=await double.code(**PKCE)
    )
    assert (await missing.json())["error_description"] == "code_verifier required"


@pytest.mark.parametrize(
    ("headers", "form", "error"),
    [
        ({}, {}, {"error": "invalid_client"}),
        (_basic("other:secret"), {}, {"error": "invalid_client", "error_description": "Invalid client"}),
        (_basic("client:wrong"), {}, {"error": "invalid_client", "error_description": "Invalid client secret"}),
        ({"Authorization": "Basic ?"}, {}, {"error": "invalid_client"}),
        (
            {},
            {"client_id": "client", "client_secret": "wrong"},
            {"error": "invalid_client", "error_description": "Invalid client secret"},
        ),
        ({}, {"client_id": "client", "grant_type": "client_credentials"}, {"error": "invalid_client"}),
    ],
)
async def test_clients_that_are_not_the_registered_one(
    double: Double, headers: dict[str, str], form: dict[str, str], error: dict[str, str]
) -> None:
    answer = await double.exchange(headers, **({"grant_type": "client_credentials"} | form))
    assert answer.status == 400
    assert await answer.json() == error


async def test_credentials_in_the_body_serve_too(double: Double) -> None:
    answer = await double.exchange({}, grant_type="client_credentials", client_id="client", client_secret="secret")
    tokens = await answer.json()
    assert set(tokens) == {"access_token", "token_type", "expires_in"}
    assert tokens["token_type"] == "bearer"


async def test_other_grants_missing_fields_and_json_are_refused(double: Double) -> None:
    assert (await (await double.exchange(grant_type="password")).json())["error"] == "unsupported_grant_type"
    assert (await (await double.exchange(grant_type="authorization_code")).json())["error"] == "invalid_request"
    assert (await (await double.exchange(grant_type="refresh_token")).json())["error"] == "invalid_request"
    assert (await double.http.post("/api/token", json={"grant_type": "client_credentials"})).status == 415


async def test_refresh_omits_repeats_or_rotates_the_refresh_token(double: Double) -> None:
    first = (await double.tokens())["refresh_token"]
    omitted = await (await double.exchange(grant_type="refresh_token", refresh_token=first)).json()
    assert set(omitted) == {"access_token", "token_type", "scope", "expires_in"}
    await double.switch(refresh_token="repeat")
    repeated = await (await double.exchange(grant_type="refresh_token", refresh_token=first)).json()
    assert repeated["refresh_token"] == first
    await double.switch(refresh_token="rotate")
    rotated = await (await double.exchange(grant_type="refresh_token", refresh_token=first)).json()
    again = await double.exchange(grant_type="refresh_token", refresh_token=first)
    assert await again.json() == {"error": "invalid_grant", "error_description": "Refresh token revoked"}
    assert (await double.exchange(grant_type="refresh_token", refresh_token=rotated["refresh_token"])).status == 200
    assert await (await double.http.get("/_double/renewals")).json() == {"anna": 5}


async def test_a_refresh_token_ends_after_half_a_year_and_with_revocation(double: Double) -> None:
    tokens = await double.tokens()
    await double.switch(clock_offset_ms=182 * DAY_MS)
    expired = await double.exchange(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
    assert (await expired.json())["error"] == "invalid_grant"

    await double.switch(clock_offset_ms=1, revoked=["anna"])
    revoked = await double.exchange(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
    assert (await revoked.json())["error_description"] == "Refresh token revoked"
    assert (await double.get("/me", tokens["access_token"])).status == 401
    fresh = await double.tokens()
    assert (await double.get("/me", fresh["access_token"])).status == 200
    assert (await double.get("/me", tokens["access_token"])).status == 401


async def test_a_grant_to_the_secret_is_not_refreshed_without_it(double: Double) -> None:
    refresh_token = (await double.tokens())["refresh_token"]
    answer = await double.exchange({}, grant_type="refresh_token", refresh_token=refresh_token, client_id="client")
    assert await answer.json() == {"error": "invalid_client"}


async def test_what_is_no_refresh_token(double: Double) -> None:
    access = (await double.tokens())["access_token"]
    for text in ("AQnonsense", access):
        answer = await double.exchange(grant_type="refresh_token", refresh_token=text)
        assert await answer.json() == {"error": "invalid_grant", "error_description": "Invalid refresh token"}

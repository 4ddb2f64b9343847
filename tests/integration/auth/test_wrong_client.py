"""The application is not the one that Spotify knows: the operator is told what to compare, nothing is left behind."""

import dataclasses
from typing import Any

import pytest

from auth.adapters.spotify import SpotifyAdapter
from auth.domain.refusals import Refusal
from chassis.settings import Secret
from tests.integration.auth.conftest import House, completion


@pytest.mark.parametrize("wrong", [{"client_secret": "rotated in the dashboard"}, {"client_id": "another application"}])
async def test_a_sign_in_with_a_wrong_client_names_the_settings(house: House, wrong: dict[str, Any]) -> None:
    answer = await house.callback("anna")
    house.world.settings = dataclasses.replace(house.world.settings, **wrong)
    with pytest.raises(Refusal) as refused:
        await house.ask(completion(answer))
    assert refused.value.code == "spotify_client_refused"
    assert "SPOTIFY_CLIENT_SECRET" in refused.value.detail
    for table in ("people", "connections", "sessions"):
        assert await house.database.fetch_one(f"SELECT COUNT(*) FROM {table}") == (0,)


async def test_a_connection_outlives_a_wrong_client(house: House) -> None:
    """A renewal that is refused because of the operator's mistake is no revocation by the person."""
    person_id = (await house.sign_in("anna")).profile.person_id
    right = house.world.settings
    house.world.settings = dataclasses.replace(right, client_secret="rotated in the dashboard")
    house.time.now += 3_600_000
    with pytest.raises(Refusal):
        await house.handlers.access.call(person_id, house.read_account)
    house.world.settings = right
    assert (await house.handlers.access.call(person_id, house.read_account)).name == "Anna"


async def test_without_an_application_nobody_is_sent_to_spotify(house: House) -> None:
    settings = dataclasses.replace(house.settings.spotify, client_id="", client_secret=Secret(""))
    spotify = SpotifyAdapter(house.http, settings, house.settings.redirect_uri, house.time)
    with pytest.raises(Refusal) as refused:
        spotify.authorize_url("state", "v" * 43)
    assert refused.value.code == "spotify_not_set_up"

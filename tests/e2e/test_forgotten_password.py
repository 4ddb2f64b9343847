"""A forgotten password: the operator's link sets it anew, and whoever was signed in with the old one is out at once."""

import uuid
from urllib.parse import urlsplit

from tests.harness.asking import ask, browser
from tests.harness.client import whoever_is_in
from tests.harness.local_accounts import (
    LINK,
    PASSWORD,
    joined,
    operators_link,
    same_origin,
    try_password,
    try_to_join,
)
from tests.harness.stack import Nachklang

NEW = "another horse and battery"


async def test_a_link_of_the_operator_sets_a_forgotten_password_anew(nachklang: Nachklang) -> None:
    login, url = f"forgetful-{uuid.uuid4().hex[:12]}", nachklang.url
    async with joined(url, await operators_link(nachklang), login) as before, browser() as http:
        assert (await before.ask("GET", "/api/v1/me")).status == 200
        found = LINK.search(await nachklang.job("admin", "--reset", login))
        assert found
        link = found.group()
        code = {"code": urlsplit(link).fragment}
        seen = await ask(http, "POST", f"{url}/auth/invitation", code, headers=same_origin(url))
        assert (seen.status, seen.body["login"]) == (200, login)
        assert (await try_to_join(http, url, link, login, password=NEW)).status == 204
        after = await whoever_is_in(http, url)
        assert after.me["id"] == before.me["id"]
        assert (await before.ask("GET", "/api/v1/me")).status == 401
        again = await try_to_join(http, url, link, login, password=NEW)
        assert (again.status, again.body["type"]) == (400, "/problems/invitation-over")
        assert (await try_password(http, url, login, PASSWORD)).status == 400
        assert (await try_password(http, url, login, NEW)).status == 204

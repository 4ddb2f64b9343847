"""What happened is told to whoever runs the instance: each thing once, by ids, without names and secrets."""

import json
import uuid
from collections import Counter
from typing import Any

from contracts.topics import Topic
from stack.probes import wait_until
from tests.harness.asking import ask, browser
from tests.harness.kept import in_topic
from tests.harness.local_accounts import PASSWORD, invite, joined, operators_link, try_password
from tests.harness.stack import Nachklang

TOLD_WITHIN_S = 60.0


async def told(nachklang: Nachklang) -> list[bytes]:
    """Every record of the audit topic, with its key and headers."""
    return [content async for _, content in in_topic(nachklang.parts.kafka, Topic.AUDIT_EVENTS)]


async def happenings(nachklang: Nachklang, person_id: str) -> Counter[str]:
    """What happened to a person, and how often; the same thing may be told again after a crash."""
    bodies = {record.split(b"\0")[1] for record in await told(nachklang)}
    events: list[dict[str, Any]] = [json.loads(body) for body in bodies]
    assert len({(event["origin"], event["number"]) for event in events}) == len(events), "each has a number of its own"
    return Counter(event["happening"] for event in events if event["person_id"] == person_id)


async def test_what_people_do_is_told_without_names_and_secrets(nachklang: Nachklang) -> None:
    mark = uuid.uuid4().hex[:12]
    link = await operators_link(nachklang)
    async with joined(nachklang.url, link, f"audited-{mark}") as person, browser() as other_browser:
        assert (await try_password(other_browser, nachklang.url, f"audited-{mark}")).status == 204
        wrong = await try_password(other_browser, nachklang.url, f"audited-{mark}", "not the password")
        assert wrong.status == 400
        guest = await invite(person)
        await person.share_history()
        await person.share_history(sharing=False)
        token = await person.token(f"script-{mark}")
        async with browser() as script:
            bearer = {"Authorization": f"Bearer {token['token']}"}
            for _ in range(3):
                assert (await ask(script, "GET", f"{nachklang.url}/api/v1/me", headers=bearer)).status == 200
        await person.change("DELETE", f"/api/v1/tokens/{token['id']}", status=204)
        share = await person.change("POST", "/api/v1/shares", {}, 201)
        await person.change("DELETE", f"/api/v1/shares/{share['id']}", status=204)
        await person.change("DELETE", "/api/v1/sessions", status=204)
        cookies = [cookie.value for http in (person.http, other_browser) for cookie in http.cookie_jar]
        assert (await person.ask("DELETE", "/api/v1/me")).status == 202
        expected = Counter(
            [
                "joined",
                "signed-in",
                "password-refused",
                "invited",
                "sharing-started",
                "sharing-stopped",
                "token-created",
                "token-used",  # at most once a minute
                "token-revoked",
                "share-created",
                "share-revoked",
                "session-ended",
                "erased",
            ]
        )

        async def all_told() -> bool:
            return await happenings(nachklang, str(person.me["id"])) >= expected

        assert await wait_until(all_told, TOLD_WITHIN_S), await happenings(nachklang, str(person.me["id"]))
        everything = b"\n".join(await told(nachklang))
        for secret in (*cookies, token["token"], PASSWORD, link.partition("#")[2], guest.partition("#")[2], mark):
            assert secret.encode() not in everything

"""Schemathesis: whatever is sent, what comes back is what the OpenAPI document says, with a session and without.

It makes requests that fit the document and such that break it in one place, and holds every answer against the
document: status, content type, headers, body; no 5xx; what breaks the document is refused, what fits it is not.
"""

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, CheckFunction, GenerationMode
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.harness.client import Person
from tests.harness.histories.odd_rows import odd_extended, odd_json
from tests.harness.local_accounts import invite, joined, operators_link
from tests.harness.stack import Nachklang

EXAMPLES = 12
WAIT_S = 20.0
STREAM_S = 5.0
"""So long is a stream of events looked at; what has come by then is held against the document."""

ENDINGS = {
    "DELETE /api/v1/me",
    "POST /auth/logout",
    "PUT /api/v1/me/password",
}
"""After these the session may be over or the person gone: each has a person of its own."""

ENDLESS = {"GET /api/v1/events", "GET /api/v1/uploads/{id}/events"}
"""Streams that end with the browser only: read by tests/integration/gateway; here only how they begin."""

REFUSED_THOUGH_WELL_FORMED = {
    "GET /auth/callback": "a state that nobody began a sign-in with",
    "POST /auth/password": "a login that nobody has",
    "POST /auth/invitation": "a code of no invitation",
    "POST /auth/join": "a code of no invitation",
    "PUT /api/v1/me/password": "a password that is not the person's",
    "PATCH /api/v1/me": "a zone or language of that length that does not exist, or nothing to change",
    "GET /api/v1/wrapped": "days that run backwards",
    "GET /api/v1/match": "days that run backwards",
    "GET /api/v1/plays": "days that run backwards, or a cursor that was not given out",
    "GET /api/v1/uploads": "a cursor that was not given out",
    "GET /api/v1/uploads/{id}/rejections": "a cursor that was not given out",
    "POST /api/v1/shares": "days that run backwards",
    "POST /api/v1/uploads": "an empty body",
}
"""JSON Schema cannot say why; here alone the check that well-formed requests succeed is left out."""

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
async def operator(stack: Nachklang) -> AsyncIterator[Person]:
    """Somebody with everything: a local account that may invite, an import with rejected rows, a share, a token."""
    async with joined(stack.url, await operators_link(stack), "operator") as person:
        await person.imported(odd_json(odd_extended()), "Streaming_History_Audio_2024.json")
        yield person
        await person.share_history(sharing=False)  # which any request may have begun


async def things_of(person: Person) -> dict[str, str]:
    """Ids that lead somewhere, by the part of the address that says what they are of."""
    invitation = await person.change("POST", "/api/v1/invitations", {}, 201)
    share = await person.change("POST", "/api/v1/shares", {}, 201)
    token = await person.token()
    (upload,) = (await person.get("/api/v1/uploads", limit=1))["items"]
    return {
        "uploads": upload["id"],
        "tokens": token["id"],
        "invitations": invitation["id"],
        "shares": share["id"],
        "s": share["id"],
        "docs": "reader.js",
        "fonts": "commissioner-latin.woff2",
    }


def operations(url: str) -> dict[str, Any]:
    """What the document describes, by method and path."""
    schema = schemathesis.openapi.from_url(f"{url}/api/openapi.json")
    described = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(described) == schema.statistic.operations.total, "some cannot be read"
    return {operation.label: operation for operation in described}


def failures_of(operation: Any, url: str, headers: dict[str, str], known: dict[str, str]) -> set[str]:
    """What is wrong with the answers to many requests of one operation, in words."""
    found: set[str] = set()
    wait = STREAM_S if operation.label in ENDLESS else WAIT_S
    left_out: list[CheckFunction] = [positive_data_acceptance] if operation.label in REFUSED_THOUGH_WELL_FORMED else []

    def examine(case: Case[Any], real: bool) -> None:
        kinds = [part for part in case.path.split("/") if part in known]
        if real and kinds:
            case.path_parameters = dict.fromkeys(case.path_parameters, known[kinds[-1]])
        try:
            case.call_and_validate(
                base_url=url, headers=headers, excluded_checks=left_out, timeout=wait, allow_redirects=False
            )
        except FailureGroup as group:
            request = case.as_curl_command(headers)
            found.update(f"{failure}: {getattr(failure, 'message', '')}\n{request}" for failure in group.exceptions)

    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        cases = given(case=operation.as_strategy(generation_mode=mode), real=st.booleans())
        bounded = settings(max_examples=EXAMPLES, database=None, suppress_health_check=list(HealthCheck))
        try:
            bounded(cases(examine))()
        except Unsatisfiable:
            assert mode is GenerationMode.NEGATIVE, "there is nothing in it that could be wrong"
    return found


async def test_with_a_session(stack: Nachklang, operator: Person) -> None:
    failures: set[str] = set()
    known = await things_of(operator)
    for label, operation in (await asyncio.to_thread(operations, stack.url)).items():
        async with AsyncExitStack() as people:
            person = operator
            if label in ENDINGS:
                link = await invite(operator)
                person = await people.enter_async_context(joined(stack.url, link, f"ends-{uuid.uuid4().hex[:8]}"))
            failures |= await asyncio.to_thread(
                failures_of, operation, stack.url, headers_of(person), {} if label in ENDLESS else known
            )
    assert not failures, "\n\n".join(sorted(failures))


async def test_without_a_session(stack: Nachklang) -> None:
    failures: set[str] = set()
    for operation in (await asyncio.to_thread(operations, stack.url)).values():
        failures |= await asyncio.to_thread(failures_of, operation, stack.url, {}, {})
    assert not failures, "\n\n".join(sorted(failures))


def headers_of(person: Person) -> dict[str, str]:
    """The person's session, with its CSRF token."""
    cookies = "; ".join(f"{cookie.key}={cookie.value}" for cookie in person.http.cookie_jar)
    return {"Cookie": cookies, **person.csrf}

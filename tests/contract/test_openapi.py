"""The OpenAPI document says what is served: all of it and nothing else, with schemas that hold together."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from chassis.settings import KafkaSettings, MariaDbSettings, OpsSettings, Secret
from contracts.messages.plays_page import PlaysAnswered
from contracts.messages.wrapped import Wrapped
from gateway.bootstrap import Gateway
from gateway.domain.media_items import items_of
from gateway.domain.plays_view import play_list_of
from gateway.domain.viewing import own
from gateway.domain.wrapped_mapping import wrapped_of
from gateway.http.openapi import document
from gateway.settings import PublicSettings, Settings
from tests.unit.gateway.answers import answers, structs
from tests.unit.gateway.test_identity import ADA

ELSEWHERE = {"/{path}", "/{area}{rest}"}
"""The page's files, and the answer to addresses that there are none at."""
CHANGES = {"post", "put", "patch", "delete"}


@pytest.fixture(scope="module")
async def gateway() -> Gateway:
    """A gateway as it is put together for serving, connected to nothing."""
    return Gateway(
        Settings(
            kafka=KafkaSettings("127.0.0.1:1", user="", password=Secret("")),
            mariadb=MariaDbSettings("127.0.0.1", 1, Secret("")),
            ops=OpsSettings("127.0.0.1", 0, "INFO"),
            public=PublicSettings("127.0.0.1", 0, "http://127.0.0.1", "/nowhere", "", "", "", 1, "", Secret(""), ""),
            redis_url="redis://127.0.0.1:1/0",
        )
    )


@pytest.fixture(scope="module")
def described(gateway: Gateway) -> Any:
    """The document."""
    return document(gateway.operations)


def operations(described: Any) -> Iterator[tuple[str, str, Any]]:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield method, path, operation


def test_every_route_is_described_and_every_description_is_served(gateway: Gateway, described: Any) -> None:
    app: web.Application = gateway.app()
    routes = ((route.method.lower(), route.resource.canonical) for route in app.router.routes() if route.resource)
    served = {(method, path) for method, path in routes if path not in ELSEWHERE}
    assert {(method, path) for method, path, _ in operations(described)} == served


def test_operations_have_names_of_their_own_and_say_what_they_do(described: Any) -> None:
    names = [operation["operationId"] for _, _, operation in operations(described)]
    assert len(names) == len(set(names))
    assert all(operation["summary"] for _, _, operation in operations(described))


def test_whatever_changes_something_names_the_csrf_header(described: Any) -> None:
    for method, path, operation in operations(described):
        if method in CHANGES and operation["security"]:
            assert "X-CSRF-Token" in {parameter["name"] for parameter in operation["parameters"]}, path


def test_examples_are_what_they_stand_for(described: Any) -> None:
    for _, path, operation in operations(described):
        contents = [answer.get("content", {}) for answer in operation["responses"].values()]
        body = operation.get("requestBody", {}).get("content", {})
        assert "multipart/form-data" in body or all("example" in content for content in body.values()), path
        for content in (of for by_type in (*contents, body) for of in by_type.values() if "example" in of):
            schema = {**content["schema"], "components": described["components"]}
            Draft202012Validator(schema).validate(content["example"])


def test_what_anybody_may_send_names_the_refusal_of_other_sites(described: Any) -> None:
    for path in ("/auth/password", "/auth/invitation", "/auth/join"):
        assert "/problems/forbidden" in described["paths"][path]["post"]["responses"]["403"]["description"]


def test_every_operation_tells_its_problems(described: Any) -> None:
    for _, path, operation in operations(described):
        problem = operation["responses"]["default"]["content"]["application/problem+json"]
        assert problem == {"schema": {"$ref": "#/components/schemas/Problem"}}, path
        if operation["security"]:
            assert "/problems/not-signed-in" in operation["responses"]["401"]["description"], path


def test_schemas_are_valid_and_every_reference_leads_somewhere(described: Any) -> None:
    schemas = described["components"]["schemas"]
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    for reference in references(described):
        assert reference.removeprefix("#/components/schemas/") in schemas


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(answer=answers())
def test_any_report_is_as_described(described: Any, answer: Wrapped) -> None:
    report = msgspec.json.decode(msgspec.json.encode(wrapped_of(answer, items_of(answer), own(ADA), {}, "pending")))
    schema = {"$ref": "#/components/schemas/WrappedView", "components": described["components"]}
    Draft202012Validator(schema).validate(report)


@settings(max_examples=30)
@given(answer=structs(PlaysAnswered))
def test_any_page_of_plays_is_as_described(described: Any, answer: PlaysAnswered) -> None:
    plays = [msgspec.structs.replace(play, kind="track") for play in answer.plays]
    page = msgspec.json.decode(msgspec.json.encode(play_list_of(msgspec.structs.replace(answer, plays=plays))))
    schema = {"$ref": "#/components/schemas/PlayList", "components": described["components"]}
    Draft202012Validator(schema).validate(page)


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for part in node:
            yield from references(part)


def test_the_contract_of_the_interface_is_kept(described: Any) -> None:
    """api.md: what clients outside this repository rely on."""
    expected = {
        "/auth/login": {"get"},
        "/auth/callback": {"get"},
        "/auth/logout": {"post"},
        "/auth/password": {"post"},
        "/auth/invitation": {"post"},
        "/auth/join": {"post"},
        "/api/v1/me": {"get", "patch", "delete"},
        "/api/v1/me/export": {"get"},
        "/api/v1/me/password": {"put"},
        "/api/v1/sessions": {"get", "delete"},
        "/api/v1/sessions/{id}": {"delete"},
        "/api/v1/invitations": {"get", "post"},
        "/api/v1/invitations/{id}": {"delete"},
        "/api/v1/people": {"get"},
        "/api/v1/match": {"get"},
        "/api/v1/standing": {"get"},
        "/api/v1/feed": {"get"},
        "/api/v1/shares": {"get", "post"},
        "/api/v1/shares/{id}": {"delete"},
        "/s/{id}": {"get"},
        "/s/{id}.png": {"get"},
        "/api/v1/tokens": {"get", "post"},
        "/api/v1/tokens/{id}": {"delete"},
        "/api/v1/uploads": {"get", "post"},
        "/api/v1/uploads/{id}": {"get"},
        "/api/v1/uploads/{id}/events": {"get"},
        "/api/v1/uploads/{id}/rejections": {"get"},
        "/api/v1/plays": {"get"},
        "/api/v1/samples/{key}": {"get"},
        "/api/v1/wrapped": {"get"},
        "/api/v1/events": {"get"},
        "/api/openapi.json": {"get"},
        "/api/docs": {"get"},
        "/readyz": {"get"},
    }
    assert {path: set(methods) for path, methods in described["paths"].items()} == expected | {
        "/api/docs/{name}": {"get"},
        "/s/fonts/{name}": {"get"},
    }

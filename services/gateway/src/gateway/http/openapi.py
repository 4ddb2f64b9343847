"""The OpenAPI 3.1 document, made of the same declarations that are served: it cannot differ from them."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from gateway.domain.problems import (
    CSRF,
    FORBIDDEN,
    INVALID_REQUEST,
    NOT_SIGNED_IN,
    UNSUPPORTED_TYPE,
    Problem,
    ProblemKind,
)
from gateway.http.cookies import SESSION
from gateway.http.guard import CSRF_HEADER
from gateway.http.operation import Answer, Operation
from gateway.http.responses import PROBLEM_TYPE

Json = dict[str, Any]

_REF = "#/components/schemas/{name}"
_PATH_PARAMETER = re.compile(r"\{(\w+)\}")
_CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_INTRODUCTION = """\
Your listening, wrapped any day of the year. Times are ISO 8601 UTC, durations integer milliseconds, dates
`YYYY-MM-DD` in the person's zone. Errors are `application/problem+json` with a stable `type`; `detail` says what to do.

Sign in at `/auth/login` for a session cookie, or send a personal access token as `Authorization: Bearer nk_…`.
Requests that change something and carry the cookie need `X-CSRF-Token` with the `csrf_token` of `/api/v1/me`; a token
needs none.
"""


def document(operations: Sequence[Operation], session_cookie: str = SESSION) -> Json:
    """The whole document; `session_cookie` is the name of the cookie of who is signed in."""
    schemas = [answer.schema for operation in operations for answer in operation.answers.values() if answer.schema]
    bodies = [operation.body for operation in operations if operation.body]
    _, components = msgspec.json.schema_components([*schemas, *bodies, Problem], ref_template=_REF)
    paths: Json = {}
    for operation in operations:
        paths.setdefault(operation.path, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Nachklang", "version": "1", "description": _INTRODUCTION, "license": {"name": "Apache-2.0"}},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "session": {"type": "apiKey", "in": "cookie", "name": session_cookie},
                "token": {"type": "http", "scheme": "bearer", "description": "A personal access token, nk_…"},
            },
        },
    }


def _operation(operation: Operation) -> Json:
    described: Json = {
        "tags": [operation.tag],
        "summary": operation.summary,
        "operationId": operation.handler.__name__,
        "parameters": [*_path_parameters(operation.path), *_query_parameters(operation.query), *_headers(operation)],
        "responses": _responses(operation),
        "security": [{"session": []}, {"token": []}] if operation.for_person else [],
    }
    if operation.description:
        described["description"] = operation.description
    if operation.body or operation.uploads:
        described["requestBody"] = {"required": True, "content": _body(operation)}
    return described


def _responses(operation: Operation) -> Json:
    responses = {str(status): _answer(answer) for status, answer in operation.answers.items()}
    content = _problem_content(operation)
    for kind in _problems(operation):
        problem = responses.setdefault(str(kind.status), {"description": "", "content": content})
        problem["description"] = "; ".join(filter(None, (problem["description"], f"{kind.title} (`{kind.type}`)")))
    responses["default"] = {"description": "Any other problem", "content": content}
    return responses


def _problems(operation: Operation) -> Iterable[ProblemKind]:
    yield from operation.problems
    if (operation.query or operation.body) and INVALID_REQUEST not in operation.problems:
        yield INVALID_REQUEST
    if operation.body:
        yield UNSUPPORTED_TYPE
    if operation.own_page_only:
        yield FORBIDDEN
    if operation.for_person:
        yield NOT_SIGNED_IN
        if operation.method in _CHANGES:
            yield CSRF


def _answer(answer: Answer) -> Json:
    described: Json = {"description": answer.description}
    if answer.media_type is not None:
        schema = _schema(answer.schema) if answer.schema else {"type": "string"}
        described["content"] = {answer.media_type: {"schema": schema, **_example(answer.example)}}
    if answer.headers:
        described["headers"] = {
            name: {"description": text, "schema": {"type": "string"}} for name, text in answer.headers.items()
        }
    return described


def _problem_content(operation: Operation) -> Json:
    """In a browser some problems are a page."""
    page = {"text/html": {"schema": {"type": "string"}}} if operation.errors_as_page else {}
    return {PROBLEM_TYPE: {"schema": _schema(Problem)}, **page}


def _example(example: object) -> Json:
    return {} if example is None else {"example": msgspec.json.decode(msgspec.json.encode(example))}


def _schema(cls: Any) -> Json:
    (schema,), _ = msgspec.json.schema_components([cls], ref_template=_REF)
    return schema


def _body(operation: Operation) -> Json:
    if operation.body:
        return {"application/json": {"schema": _schema(operation.body), **_example(operation.body_example)}}
    raw = {"type": "string", "format": "binary"}
    parts = {"file": {"anyOf": [raw, {"type": "array", "items": raw, "minItems": 1}]}}
    form = {"type": "object", "properties": parts, "required": ["file"]}
    return {name: {"schema": form if name == "multipart/form-data" else raw} for name in operation.uploads}


def _path_parameters(path: str) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in _PATH_PARAMETER.findall(path)
    ]


def _query_parameters(query: type | None) -> list[Json]:
    if query is None:
        return []
    schema = msgspec.json.schema(query)["$defs"][query.__name__]
    required = set(schema.get("required", ()))
    return [_query_parameter(name, of, name in required) for name, of in schema["properties"].items()]


def _query_parameter(name: str, schema: Json, required: bool) -> Json:
    """Absence says what null says in the struct, so a parameter has only its other types; an empty one is absent."""
    described = dict(schema)
    kinds = [kind for kind in described.pop("anyOf", []) if kind != {"type": "null"}]
    if kinds:
        described |= kinds[0]
    if described.get("default", ...) is None:
        del described["default"]
    text = described.pop("description", "")
    parameter = {"name": name, "in": "query", "required": required, "description": text, "schema": described}
    return parameter if required else {**parameter, "allowEmptyValue": True}


def _headers(operation: Operation) -> list[Json]:
    named = [
        {"name": name, "in": "header", "required": False, "description": text, "schema": {"type": "string"}}
        for name, text in operation.upload_headers.items()
    ]
    if operation.for_person and operation.method in _CHANGES:
        text = "The `csrf_token` of `/api/v1/me`; needed with the session cookie, not with a token."
        named.append(
            {"name": CSRF_HEADER, "in": "header", "required": False, "description": text, "schema": {"type": "string"}}
        )
    return named

"""The documents drawn from the contract: a JSON Schema per message version, and one AsyncAPI 3 description."""

import inspect
from typing import Any

import msgspec
import yaml

from contracts.messages import MESSAGES, Message
from contracts.topics import TopicSpec, load_topics

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"


def schema_of(cls: type[Message]) -> dict[str, Any]:
    """The JSON Schema of one message version. Unknown fields are allowed: a version may gain optional ones."""
    return {"$schema": JSON_SCHEMA, "title": cls.SCHEMA, **msgspec.json.schema(cls)}


def schema_files() -> dict[str, str]:
    """File name → text, for the folder `schemas/`."""
    return {f"{name}.schema.json": _json(schema_of(cls)) for name, cls in sorted(MESSAGES.items())}


def asyncapi() -> str:
    """The AsyncAPI 3.0 description as YAML: a channel per topic, an operation per producing or consuming service."""
    topics = load_topics().values()
    return yaml.safe_dump(
        {
            "asyncapi": "3.0.0",
            "info": {
                "title": "Nachklang between its services",
                "version": "1",
                "description": "Drawn from services/contracts by `make contract`; edit the topics and messages there.",
            },
            "channels": {spec.topic: _channel(spec) for spec in topics},
            "operations": dict(operation for spec in topics for operation in _operations(spec)),
            "components": {"messages": {name: _message(cls) for name, cls in sorted(MESSAGES.items())}},
        },
        sort_keys=False,
        allow_unicode=True,
        width=110,
    )


def _channel(spec: TopicSpec) -> dict[str, Any]:
    return {
        "address": spec.topic,
        "description": spec.description,
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in spec.messages},
        "bindings": {"kafka": {"topic": spec.topic, "partitions": spec.partitions}},
        "x-owner": spec.owner,
        "x-key": spec.key,
        "x-dead-letter-queue": spec.dlq_name if spec.dlq else None,
        "x-config": dict(spec.config),
    }


def _operations(spec: TopicSpec) -> list[tuple[str, dict[str, Any]]]:
    channel = {"$ref": f"#/channels/{spec.topic}"}
    sends = [(f"{name}-sends-{spec.topic}", {"action": "send", "channel": channel}) for name in spec.producers]
    receives = [(f"{name}-receives-{spec.topic}", {"action": "receive", "channel": channel}) for name in spec.consumers]
    return [*sends, *receives]


def _message(cls: type[Message]) -> dict[str, Any]:
    return {
        "name": cls.SCHEMA,
        "summary": inspect.cleandoc(cls.__doc__ or "").splitlines()[0],
        "contentType": "application/json",
        "payload": {"$ref": f"../services/contracts/schemas/{cls.SCHEMA}.schema.json"},
    }


def _json(document: dict[str, Any]) -> str:
    return msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=2).decode() + "\n"

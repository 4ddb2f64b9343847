"""The JSON Schema of the values of the platform, and of the umbrella over all charts."""

from stack.charts.kafka import SERVICES
from stack.charts.schema_parts import (
    API,
    DRAFT,
    GLOBAL,
    JAVA_SIZE,
    LIBRARY,
    NAME,
    PORT,
    QUANTITY,
    RESOURCES,
    STORAGE,
    SWITCH,
    TEXT,
    Schema,
    closed,
)

AT_LEAST_ONE: Schema = {"type": "integer", "minimum": 1}
BUFFER: Schema = {"type": "string", "pattern": "^[0-9]+[MG]$"}

KAFKA = closed(
    {
        "kind": {"enum": ["strimzi", "plain"]},
        "version": NAME,
        "metadataVersion": NAME,
        "replicas": AT_LEAST_ONE,
        "storage": STORAGE,
        "heap": JAVA_SIZE,
        "resources": RESOURCES,
        "operator": RESOURCES,
    }
)


def platform_schema() -> Schema:
    """The schema of the values of `charts/platform`."""
    properties = {
        "images": closed(dict.fromkeys(("stack", "kafka", "mariadb", "redis", "hadoop"), NAME)),
        "secrets": closed({"create": SWITCH, "name": NAME}),
        "kafka": KAFKA,
        "mariadb": closed({"bufferPool": BUFFER, "scratch": QUANTITY, "storage": STORAGE, "resources": RESOURCES}),
        "redis": closed({"maxMemory": {"type": "string", "pattern": "^[0-9]+(kb|mb|gb)$"}, "resources": RESOURCES}),
        "hdfs": closed({"dataNodes": AT_LEAST_ONE, "heap": JAVA_SIZE, "storage": STORAGE, "resources": RESOURCES}),
        "double": closed({"nodePort": PORT, "resources": RESOURCES}),
        "kubernetesApi": API,
        "kedaNamespace": TEXT,
        "global": GLOBAL,
        "lib": LIBRARY,
    }
    return {"$schema": DRAFT, **closed(properties)}


def umbrella_schema() -> Schema:
    """The schema of the values of `charts/nachklang`: each chart checks its own part."""
    parts = {name: {"type": "object"} for name in ("platform", *SERVICES)}
    return {"$schema": DRAFT, **closed({**parts, "global": {"type": "object"}})}

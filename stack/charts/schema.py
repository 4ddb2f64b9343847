"""The JSON Schema of each service's values: a wrong name or a wrong kind of value is refused, by its name."""

from stack.charts.schema_parts import (
    API,
    COUNT,
    DRAFT,
    GLOBAL,
    JAVA_SIZE,
    LIBRARY,
    NAME,
    PORT,
    QUANTITY,
    RESOURCES,
    SECRET,
    SWITCH,
    TEXT,
    Schema,
    closed,
)
from stack.charts.settings import is_secret, schema_of, settings_of

BY_THE_CHART = {
    *("NACHKLANG_KAFKA", "NACHKLANG_KAFKA_USER", "NACHKLANG_KAFKA_PASSWORD"),
    *("NACHKLANG_MARIADB_HOST", "NACHKLANG_MARIADB_PORT", "NACHKLANG_OPS_HOST", "NACHKLANG_OPS_PORT"),
    *("NACHKLANG_PUBLIC_URL", "NACHKLANG_HOST", "NACHKLANG_PORT"),
    *("NACHKLANG_CHECKPOINTS", "NACHKLANG_STANDINGS_EVERY_MS"),
    *("NACHKLANG_SPARK_MASTER", "NACHKLANG_SPARK_DRIVER_MEMORY", "NACHKLANG_SPARK_CONF"),
}
"""What a template sets from other values, and so is no setting of the chart."""

AUTOSCALING = closed(
    {
        "enabled": SWITCH,
        "maxReplicas": {"type": "integer", "minimum": 1, "maximum": 4},  # partitions of the topics
        "group": NAME,
        "topics": {"type": "array", "items": NAME, "minItems": 1},
        "lag": schema_of(int),
    }
)
EXECUTORS = closed(
    {"instances": COUNT, "cores": COUNT, "request": QUANTITY, "memory": JAVA_SIZE, "memoryOverhead": JAVA_SIZE}
)
STREAM = closed(
    {
        "kind": {"enum": ["Deployment", "SparkApplication"]},
        "replicas": {"const": 1},  # two drivers would read the same topic
        "resources": RESOURCES,
        "scratch": QUANTITY,
        "driverMemory": JAVA_SIZE,
        "driverMemoryOverhead": JAVA_SIZE,
        "executors": EXECUTORS,
        "checkpoints": {"type": "string", "pattern": "^/"},
        "standingsEveryMs": schema_of(int),
        "conf": {"type": "object", "additionalProperties": TEXT, "propertyNames": {"pattern": r"^spark\."}},
    }
)
BATCH = closed(
    {
        "cores": COUNT,
        "resources": RESOURCES,
        "scratch": QUANTITY,
        "standings": closed({"enabled": SWITCH, "schedule": NAME}),
        "rebuild": closed({"schedule": NAME}),
    }
)
INGRESS = closed(
    {
        "enabled": SWITCH,
        "className": NAME,
        "namespace": NAME,
        "host": NAME,
        "tlsSecret": TEXT,
        "maxBodySize": NAME,
        "annotations": {"type": "object", "additionalProperties": TEXT},
    }
)
MIGRATE = closed({"deadlineSeconds": {"type": "integer", "minimum": 1}})
OF_SERVICE: dict[str, Schema] = {
    "auth": {"migrate": MIGRATE},
    "uploader": {"migrate": MIGRATE, "autoscaling": AUTOSCALING},
    "aggregator": {
        "migrate": MIGRATE,
        "autoscaling": AUTOSCALING,
        "stream": STREAM,
        "batch": BATCH,
        "kubernetesApi": API,
    },
    "enricher": {"migrate": MIGRATE},
    "gateway": {"ingress": INGRESS, "nodePort": PORT},
}


def service_schema(service: str) -> Schema:
    """The schema of the values of a service's chart."""
    settings = settings_of(service)
    plain = {
        name: schema_of(kind) for name, kind in settings.items() if not is_secret(kind) and name not in BY_THE_CHART
    }
    by_reference = {name: SECRET for name in settings if name not in BY_THE_CHART}
    properties = {
        "image": NAME,
        "replicas": COUNT,
        "resources": RESOURCES,
        "scratch": QUANTITY,
        "spread": SWITCH,
        "disruptionBudget": SWITCH,
        "settings": closed(plain),
        "secrets": closed(by_reference),
        "global": GLOBAL,
        "lib": LIBRARY,
        **OF_SERVICE[service],
    }
    return {"$schema": DRAFT, **closed(properties)}

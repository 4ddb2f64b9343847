"""The pieces of JSON Schema that the values of all charts are described with."""

from typing import Any

from stack.charts.settings import schema_of

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
TEXT: Schema = {"type": "string"}
NAME: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}
SWITCH: Schema = {"type": "boolean"}
QUANTITY: Schema = {"type": "string", "pattern": r"^[0-9]+(\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$"}
JAVA_SIZE: Schema = {"type": "string", "pattern": "^[0-9]+[kmg]$"}
PORT: Schema = {"type": ["integer", "null"], "minimum": 30000, "maximum": 32767}


def closed(properties: Schema, **more: Any) -> Schema:
    """An object with these properties and no other."""
    return {"type": "object", "additionalProperties": False, "properties": properties, **more}


LIBRARY: Schema = {"type": "object"}  # helm puts the library chart's own values there: none

AMOUNTS = closed({"cpu": QUANTITY, "memory": QUANTITY})
RESOURCES = closed({"requests": AMOUNTS, "limits": AMOUNTS}, required=["requests", "limits"])
CIDRS: Schema = {"type": "array", "items": {"type": "string", "pattern": "/[0-9]+$"}, "minItems": 1}
API = closed({"cidrs": CIDRS, "ports": {"type": "array", "items": {"type": "integer"}}})
SECRET = closed({"name": NAME, "key": NAME, "optional": SWITCH}, required=["name", "key"])
STORAGE = closed({"persistent": SWITCH, "size": QUANTITY, "class": TEXT})
LABELS: Schema = {"type": "object", "additionalProperties": TEXT}
GLOBAL = closed(
    {
        "publicUrl": {"type": "string", "pattern": "^https?://"},
        "kafka": closed({"bootstrap": NAME, "sasl": SWITCH}),
        "mariadb": closed({"host": NAME, "port": {"type": "string", "pattern": "^[0-9]+$"}}),
        "hdfs": closed({"url": {"type": "string", "pattern": "^hdfs://"}, "replication": schema_of(int)}),
        "spotify": closed({"url": TEXT, "double": SWITCH}),
        "networkPolicies": SWITCH,
        "monitoring": closed({"enabled": SWITCH, "namespace": NAME, "labels": LABELS}),
        "imagePullPolicy": {"enum": ["Always", "IfNotPresent", "Never"]},
        "imagePullSecrets": {"type": "array", "items": closed({"name": NAME}, required=["name"])},
        "dev": SWITCH,
    }
)

"""JSON schemas that kubeconform checks objects with: Kubernetes' own, and those of the operators' resources."""

import json
import re
from pathlib import Path
from typing import Any

import yaml

from tests.cluster.tools import TOOLS, definitions_of_others, install

Schema = dict[str, Any]

_REFERENCE = re.compile(r'"[^"]*#/\$defs/([^"]+)"')


def write_schemas(folder: Path, kinds: set[str]) -> str:
    """Write those of these kinds; where kubeconform finds one."""
    wanted = {kind.lower() for kind in kinds}
    source = install(TOOLS["kubernetes-schemas"])
    definitions = json.loads((source / "_definitions.json").read_text())["$defs"]
    for file in source.glob("*.json"):
        if file.stem.partition("-")[0] in wanted:
            (folder / file.name).write_text(json.dumps(_whole(json.loads(file.read_text()), definitions)))
    for file in definitions_of_others():
        text = file.read_text()
        if any(f"\n    kind: {kind}\n" in text for kind in kinds):
            for definition in yaml.load_all(text, Loader=yaml.CSafeLoader):
                _write_custom(folder, definition["spec"])
    return f"{folder}/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json"


def _whole(schema: Schema, definitions: Schema) -> Schema:
    """The schema with just the definitions that it needs: reading all of them takes a second a kind."""
    schema = {key: value for key, value in schema.items() if key not in {"id", "$id"}}
    needed: Schema = {}
    waiting = _names(schema)
    while waiting:
        name = waiting.pop()
        if name not in needed:
            needed[name] = definitions[name]
            waiting |= _names(definitions[name])
    text = json.dumps(schema | {"$defs": needed})
    whole: Schema = json.loads(_REFERENCE.sub(r'"#/$defs/\1"', text))
    return whole


def _names(schema: Schema) -> set[str]:
    return set(_REFERENCE.findall(json.dumps(schema)))


def _write_custom(folder: Path, spec: Schema) -> None:
    kind, group = spec["names"]["kind"].lower(), spec["group"].partition(".")[0]
    for version in spec["versions"]:
        schema = version["schema"]["openAPIV3Schema"]
        _close(schema)
        every = {"apiVersion": {"type": "string"}, "kind": {"type": "string"}, "metadata": {"type": "object"}}
        schema["properties"].update(every)
        (folder / f"{kind}-{group}-{version['name']}.json").write_text(json.dumps(schema))


def _close(schema: Any) -> None:
    """No property that is not named, and numbers where a text may stand too: what the API server makes of it."""
    if isinstance(schema, dict):
        preserving = schema.get("x-kubernetes-preserve-unknown-fields")
        if schema.get("type") == "object" and "properties" in schema and not preserving:
            schema.setdefault("additionalProperties", False)
        if schema.get("x-kubernetes-int-or-string"):
            schema.pop("type", None)
            schema.pop("anyOf", None)
            schema["oneOf"] = [{"type": "string"}, {"type": "integer"}]
        for value in schema.values():
            _close(value)
    elif isinstance(schema, list):
        for value in schema:
            _close(value)

"""The settings of each service, found in its `settings` module, and what a chart may be given for them."""

import dataclasses
import importlib
import typing
from collections.abc import Iterator
from typing import Any

from chassis.settings import Secret

SETTINGS = {
    "auth": ("auth.settings", ("AuthSettings",)),
    "uploader": ("uploader.settings", ("UploaderSettings",)),
    "aggregator": ("aggregator.settings", ("WorkerSettings", "StreamSettings", "BatchSettings")),
    "enricher": ("enricher.settings", ("EnricherSettings",)),
    "gateway": ("gateway.settings", ("Settings",)),
}
_PATTERNS: dict[type, str] = {int: "^-?[0-9]+$", float: r"^[0-9]+(\.[0-9]+)?$", bool: "^(true|false|1|0)$"}


def settings_of(service: str) -> dict[str, type]:
    """Every variable that the service reads, and the type that it reads it as."""
    return {name: kind for process in settings_by_process(service) for name, kind in process.items()}


def settings_by_process(service: str) -> list[dict[str, type]]:
    """The same of each of its processes, in the order of SETTINGS."""
    module, names = SETTINGS[service]
    loaded = importlib.import_module(module)
    return [dict(_variables(getattr(loaded, name))) for name in names]


def schema_of(kind: type) -> dict[str, Any]:
    """What the text of a setting has to look like, as JSON Schema."""
    return {"type": "string", "pattern": _PATTERNS[kind]} if kind in _PATTERNS else {"type": "string"}


def is_secret(kind: type) -> bool:
    """Whether it may only be given by reference."""
    return kind is Secret


def _variables(cls: type) -> Iterator[tuple[str, type]]:
    hints = typing.get_type_hints(cls)
    for field in dataclasses.fields(cls):
        kind = hints[field.name]
        if "env" in field.metadata:
            yield field.metadata["env"], kind
        else:
            yield from _variables(kind)

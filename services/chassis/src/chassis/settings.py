"""Typed settings from the environment. Each process has one frozen dataclass, and only its `settings.py` reads it."""

import dataclasses
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

S = TypeVar("S")

_REQUIRED = object()


class SettingsError(Exception):
    """The environment lacks a setting or holds one that cannot be read. The text says which and what is expected."""


class Secret:
    """A setting that never shows itself: its representation is stars, `reveal()` gives it to the one who needs it."""

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """The secret itself. Never log or send it."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"

    def __bool__(self) -> bool:
        return bool(self._value)


def env(name: str, default: Any = _REQUIRED) -> Any:
    """A field that is read from the environment variable `name`. Without a default it must be there."""
    return dataclasses.field(metadata={"env": name, "default": default})


def belong_together(**settings: object) -> None:
    """Raise SettingsError unless all of these are set, by the names of their variables, or none."""
    if len({bool(value) for value in settings.values()}) > 1:
        raise SettingsError(f"{' and '.join(settings)} belong together: set both, or neither")


def load(cls: type[S], environ: Mapping[str, str]) -> S:
    """`cls` filled from `environ`; fields that are settings themselves likewise. Raises SettingsError."""
    hints = typing.get_type_hints(cls)
    values: dict[str, Any] = {}
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]  # `cls` is a dataclass by this module's convention
        kind = hints[field.name]
        if "env" in field.metadata:
            values[field.name] = _read(kind, field.metadata["env"], field.metadata["default"], environ)
        else:
            values[field.name] = load(kind, environ)
    return cls(**values)


def _read(kind: type, name: str, default: Any, environ: Mapping[str, str]) -> Any:
    text = environ.get(name, "")
    if not text:
        if default is _REQUIRED:
            raise SettingsError(f"{name} is not set")
        return Secret(default) if kind is Secret and isinstance(default, str) else default
    try:
        return _parse(kind, text)
    except ValueError as error:
        raise SettingsError(f"{name} is {text!r}, expected {getattr(kind, '__name__', kind)}") from error


def _parse(kind: type, text: str) -> Any:
    if kind is bool:
        if text.lower() not in {"true", "false", "1", "0"}:
            raise ValueError(text)
        return text.lower() in {"true", "1"}
    if kind in (int, float, Secret):
        return kind(text)
    return text


@dataclasses.dataclass(frozen=True)
class KafkaSettings:
    """Where the brokers are: `host:port`, several with commas; and as whom to connect, by SCRAM-SHA-512.

    Without a user the brokers ask nobody's name. Raises SettingsError for a user without a password, or the reverse.
    """

    addresses: str = env("NACHKLANG_KAFKA", "127.0.0.1:9092")
    user: str = env("NACHKLANG_KAFKA_USER", "")
    password: Secret = env("NACHKLANG_KAFKA_PASSWORD", "")

    def __post_init__(self) -> None:
        belong_together(NACHKLANG_KAFKA_USER=self.user, NACHKLANG_KAFKA_PASSWORD=self.password)


@dataclasses.dataclass(frozen=True)
class MariaDbSettings:
    """Where MariaDB is, and the service's own password; the user's name is the service's."""

    host: str = env("NACHKLANG_MARIADB_HOST", "127.0.0.1")
    port: int = env("NACHKLANG_MARIADB_PORT", 3306)
    password: Secret = env("NACHKLANG_MARIADB_PASSWORD")


@dataclasses.dataclass(frozen=True)
class OpsSettings:
    """The port of health, readiness and metrics, and how much is logged."""

    host: str = env("NACHKLANG_OPS_HOST", "127.0.0.1")
    port: int = env("NACHKLANG_OPS_PORT")
    log_level: str = env("NACHKLANG_LOG_LEVEL", "INFO")

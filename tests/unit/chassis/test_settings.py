"""Settings from the environment."""

from dataclasses import dataclass

import pytest

from chassis.settings import KafkaSettings, MariaDbSettings, Secret, SettingsError, env, load


@dataclass(frozen=True)
class Example:
    kafka: KafkaSettings
    name: str = env("NAME", "none")
    limit: int = env("LIMIT", 5)
    on: bool = env("ON", False)


@dataclass(frozen=True)
class WithSecret:
    database: MariaDbSettings


def test_defaults_hold_where_nothing_is_set() -> None:
    settings = load(Example, {"NAME": ""})
    assert (settings.name, settings.limit, settings.on) == ("none", 5, False)
    assert settings.kafka.addresses == "127.0.0.1:9092"


def test_values_are_parsed_by_their_type() -> None:
    settings = load(Example, {"LIMIT": "7", "ON": "true"})
    assert (settings.limit, settings.on) == (7, True)


@pytest.mark.parametrize("environ", [{"LIMIT": "seven"}, {"ON": "perhaps"}])
def test_a_wrong_value_names_its_variable(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(environ))):
        load(Example, environ)


def test_a_missing_one_is_named() -> None:
    with pytest.raises(SettingsError, match="NACHKLANG_MARIADB_PASSWORD is not set"):
        load(WithSecret, {})


def test_a_secret_never_shows_itself() -> None:
    settings = load(WithSecret, {"NACHKLANG_MARIADB_PASSWORD": "hush"})
    assert "hush" not in f"{settings!r} {settings.database.password}"
    assert settings.database.password.reveal() == "hush"
    assert not Secret("")


def test_a_user_of_kafka_has_a_password() -> None:
    both = {"NACHKLANG_KAFKA_USER": "auth", "NACHKLANG_KAFKA_PASSWORD": "word"}
    assert load(KafkaSettings, both).user == "auth"
    for name in both:
        with pytest.raises(SettingsError, match="NACHKLANG_KAFKA_USER and NACHKLANG_KAFKA_PASSWORD"):
            load(KafkaSettings, {name: "alone"})

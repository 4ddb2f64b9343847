"""How clients of Kafka's are told where to connect, and as whom."""

from chassis.kafka import connection, java_connection
from chassis.settings import KafkaSettings, Secret

NOBODY = KafkaSettings("a:1,b:2", user="", password=Secret(""))
AUTH = KafkaSettings("a:1,b:2", user="auth", password=Secret('with "quotes" and \\'))


def test_brokers_that_ask_nobodys_name_are_told_none() -> None:
    for brokers in ("a:1,b:2", NOBODY):
        assert connection(brokers) == {"bootstrap_servers": "a:1,b:2"}
        assert java_connection(brokers) == {"bootstrap.servers": "a:1,b:2"}


def test_others_are_told_by_scram() -> None:
    told = connection(AUTH)
    assert (told["security_protocol"], told["sasl_mechanism"]) == ("SASL_PLAINTEXT", "SCRAM-SHA-512")
    assert (told["sasl_plain_username"], told["sasl_plain_password"]) == ("auth", 'with "quotes" and \\')


def test_java_reads_the_password_as_it_is() -> None:
    line = java_connection(AUTH)["sasl.jaas.config"]
    assert 'username="auth"' in line
    assert r'password="with \"quotes\" and \\";' in line


def test_the_password_shows_itself_to_nobody() -> None:
    assert "quotes" not in repr(AUTH)

"""Who may do what in MariaDB."""

from stack.data_model import tables
from stack.servers.grants import SERVING, SERVING_TABLES, USERS, grant_statements

PASSWORDS = {user: f"{user}word" for user in USERS}


def granted_to(user: str) -> list[str]:
    return [line for line in grant_statements(PASSWORDS) if line.startswith("GRANT") and f"TO '{user}'@" in line]


def test_the_gateway_may_only_read_what_is_served() -> None:
    assert granted_to("gateway") == ["GRANT SELECT ON serving.* TO 'gateway'@'127.0.0.1'"]


def test_a_service_gets_its_own_schema_and_its_own_served_tables() -> None:
    assert granted_to("enricher") == [
        "GRANT ALL PRIVILEGES ON enricher.* TO 'enricher'@'127.0.0.1'",
        "GRANT ALL PRIVILEGES ON serving.media TO 'enricher'@'127.0.0.1'",
    ]


def test_every_served_table_has_one_owner() -> None:
    tables = [table for tables in SERVING_TABLES.values() for table in tables]
    assert len(tables) == len(set(tables))


def test_every_user_gets_its_own_password() -> None:
    statements = grant_statements(PASSWORDS)
    for user in USERS:
        assert f"ALTER USER '{user}'@'127.0.0.1' IDENTIFIED BY '{user}word'" in statements


def test_the_served_tables_are_those_that_the_owners_migrations_make() -> None:
    listed = {(owner, f"{SERVING}.{table}") for owner, names in SERVING_TABLES.items() for table in names}
    made = {(table.owner, table.name) for table in tables() if table.name.startswith(f"{SERVING}.")}
    assert listed == made, "change stack/servers/grants.py with the migration"

"""Who may do what in MariaDB: the one list of schemas, users and grants."""

from collections.abc import Mapping

SERVING = "serving"
READER = "gateway"

# Each service owns the schema of its name, and these tables in the schema that the gateway reads.
SERVING_TABLES: Mapping[str, tuple[str, ...]] = {
    "auth": (),
    "uploader": ("imports", "import_files", "rejections", "feeds", "feed_gaps"),
    "aggregator": ("plays_by_year", "segments", "people_revisions", "answers", "standings", "common_taste", "shares"),
    "enricher": ("media",),
}
# What older migrations made and later ones drop: they have to be able to.
FORMER_TABLES: Mapping[str, tuple[str, ...]] = {"aggregator": ("plays",)}
USERS = (*SERVING_TABLES, READER)


def grant_statements(passwords: Mapping[str, str], host: str = "127.0.0.1") -> list[str]:
    """SQL that makes the schemas and users and gives each user what the list says; safe to repeat.

    `passwords` by user, of letters and digits; `host` is where the users connect from. One statement a string.
    """
    statements = [f"CREATE DATABASE IF NOT EXISTS {schema}" for schema in (*SERVING_TABLES, SERVING)]
    for user in USERS:
        account = f"'{user}'@'{host}'"
        statements.append(f"CREATE USER IF NOT EXISTS {account}")
        statements.append(f"ALTER USER {account} IDENTIFIED BY '{passwords[user]}'")
    for user, tables in SERVING_TABLES.items():
        served = (*tables, *FORMER_TABLES.get(user, ()))
        owned = [f"{user}.*", *(f"{SERVING}.{table}" for table in served)]
        statements += [f"GRANT ALL PRIVILEGES ON {what} TO '{user}'@'{host}'" for what in owned]
    statements.append(f"GRANT SELECT ON {SERVING}.* TO '{READER}'@'{host}'")
    return statements

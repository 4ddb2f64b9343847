"""`python -m stack.charts`: write what the charts take from the contract, from the grants and from the settings."""

import hashlib
import json
from pathlib import Path
from typing import Any

import yaml

from contracts.topics import load_topics
from stack.charts.kafka import SERVICES, topics, users
from stack.charts.platform_schema import platform_schema, umbrella_schema
from stack.charts.schema import service_schema
from stack.charts.values import umbrella_values
from stack.layout import REPOSITORY
from stack.servers.grants import USERS, grant_statements

CHARTS = REPOSITORY / "charts"
PROFILES = ("laptop", "cluster", "ci")
GRANTS = """\
{{{{/* Written by `make contract`: the sum of platform/files/grants.sql, to ask whether MariaDB has them. */}}}}
{{{{- define "lib.grants" -}}}}
{}
{{{{- end -}}}}
"""
HEAD = "# Written by `make contract`; the source is {}.\n"


def files(charts: Path) -> dict[Path, str]:
    """What is written, by file."""
    contract = list(load_topics().values())
    statements = [statement + ";" for statement in grant_statements({user: f"@{user}@" for user in USERS}, host="%")]
    grants = "\n".join(statements) + "\n"
    written = {
        "platform/files/topics.yaml": HEAD.format("services/contracts/topics") + _yaml(topics(contract)),
        "platform/files/kafka-users.yaml": HEAD.format("services/contracts/topics") + _yaml(users(contract)),
        "platform/files/grants.sql": grants,
        "lib/templates/_grants.tpl": GRANTS.format(hashlib.sha256(grants.encode()).hexdigest()),
    }
    schemas = {service: service_schema(service) for service in SERVICES}
    schemas |= {"platform": platform_schema(), "nachklang": umbrella_schema()}
    written |= {f"{chart}/values.schema.json": json.dumps(schema, indent=2) + "\n" for chart, schema in schemas.items()}
    for profile in PROFILES:
        sources = HEAD.format(f"profiles/{profile}.yaml and each chart's values-{profile}.yaml")
        written[f"nachklang/values-{profile}.yaml"] = sources + _yaml(umbrella_values(charts, profile))
    return {charts / name: text for name, text in written.items()}


def _yaml(what: Any) -> str:
    return yaml.safe_dump(what, sort_keys=False, width=120, allow_unicode=True)


if __name__ == "__main__":
    for file, text in files(CHARTS).items():
        file.write_text(text)

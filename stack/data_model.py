"""The data model for readers, drawn from every service's migrations: `python -m stack.data_model` writes it anew."""

import re
from dataclasses import dataclass
from pathlib import Path

from chassis.migrate import pending, statements

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "data-model.md"

_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (?P<name>[\w.]+)\s*\((?P<body>.*)\)[^)]*$", re.DOTALL | re.IGNORECASE)
_COLUMN = re.compile(r"^\s*(?P<name>[a-z_]\w*)\s+(?P<type>[A-Z]+(\([^)]*\))?( UNSIGNED)?)(?P<rest>.*)$")
_COMMENT = re.compile(r"COMMENT '((?:[^']|'')*)'", re.IGNORECASE)
_KEY = re.compile(r"^\s*(PRIMARY KEY|UNIQUE KEY|KEY|UNIQUE|INDEX)\b.*$", re.IGNORECASE)

_HEAD = """# The data model
Drawn from the migrations by `make contract`; edit those. Each service owns its schema and its tables in `serving`,
which the gateway may read. Ids are 32 hex digits, moments unix milliseconds UTC.
"""


@dataclass(frozen=True)
class Table:
    """A table as its migration creates it: why it is there, its columns and its keys."""

    owner: str
    name: str
    why: str
    columns: list[tuple[str, str, str]]
    keys: list[str]


def tables() -> list[Table]:
    """Every table of every service, in the order of their migrations."""
    found: list[Table] = []
    for folder in sorted((ROOT / "services").glob("*/migrations")):
        for file in pending(folder, set()):
            found += _tables_of(folder.parent.name, file.read_text(encoding="utf-8"))
    return found


def document() -> str:
    """The page as Markdown."""
    return _HEAD + "".join(_section(table) for table in tables())


def _tables_of(owner: str, sql: str) -> list[Table]:
    reasons = _reasons(sql)
    creating = [statement for statement in statements(sql) if statement.upper().startswith("CREATE TABLE")]
    return [_table(owner, statement, reasons) for statement in creating]


def _reasons(sql: str) -> dict[str, str]:
    """The comment lines right above each CREATE TABLE, by the table's name."""
    reasons, lines = {}, []
    for line in sql.splitlines():
        if line.startswith("--"):
            lines.append(line.lstrip("- ").strip())
        elif match := re.match(r"CREATE TABLE IF NOT EXISTS ([\w.]+)", line, re.IGNORECASE):
            reasons[match[1]] = " ".join(lines)
        if not line.startswith("--"):
            lines = []
    return reasons


def _table(owner: str, statement: str, reasons: dict[str, str]) -> Table:
    match = _TABLE.match(statement)
    if match is None:
        raise ValueError(f"{owner}: cannot read {statement[:60]!r}")
    name = match["name"]
    columns, keys = [], []
    for line in match["body"].splitlines():
        if _KEY.match(line):
            keys.append(line.strip().rstrip(","))
        elif column := _COLUMN.match(line):
            comment = _COMMENT.search(column["rest"])
            if "PRIMARY KEY" in column["rest"].upper():
                keys.append(f"PRIMARY KEY ({column['name']})")
            columns.append((column["name"], column["type"], comment[1].replace("''", "'") if comment else ""))
    return Table(owner, name if "." in name else f"{owner}.{name}", reasons.get(name, ""), columns, keys)


def _section(table: Table) -> str:
    rows = "".join(f"| `{name}` | {kind} | {comment} |\n" for name, kind, comment in table.columns)
    keys = ", ".join(f"`{key}`" for key in table.keys)
    head = f"\n## {table.name}\nOwner: {table.owner}. {table.why}\n\nKeys: {keys}\n\n"
    return f"{head}| column | type | what |\n|---|---|---|\n{rows}"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")

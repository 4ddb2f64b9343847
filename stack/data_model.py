"""The data model for readers, drawn from every service's migrations: `python -m stack.data_model` writes it anew."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from chassis.migrate import pending, statements

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "data-model.md"

_TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (?P<name>[\w.]+)\s*\((?P<body>.*)\)[^)]*$", re.DOTALL | re.IGNORECASE)
_COLUMN = re.compile(r"^\s*(?P<name>[a-z_]\w*)\s+(?P<type>[A-Z]+(\([^)]*\))?( UNSIGNED)?)(?P<rest>.*)$")
_COMMENT = re.compile(r"COMMENT '((?:[^']|'')*)'", re.IGNORECASE)
_ALTERED = re.compile(r"ALTER TABLE (?P<name>[\w.]+)(?P<body>.*)$", re.DOTALL | re.IGNORECASE)
_ADDED = re.compile(r"\bADD (?:COLUMN )?(?P<key>(?:UNIQUE )?KEY )?IF NOT EXISTS\s+", re.IGNORECASE)
_MODIFIED = re.compile(r"\bMODIFY COLUMN (?:IF EXISTS )?", re.IGNORECASE)
_REMOVED = re.compile(r"\bDROP COLUMN IF EXISTS (\w+)", re.IGNORECASE)
_DROPPED = re.compile(r"^DROP TABLE IF EXISTS ([\w.]+)", re.MULTILINE | re.IGNORECASE)
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
    """Every table of every service that no later migration drops, in the order of their migrations."""
    found: dict[str, Table] = {}
    for folder in sorted((ROOT / "services").glob("*/migrations")):
        owner = folder.parent.name
        for file in pending(folder, set()):
            sql = file.read_text(encoding="utf-8")
            for name in _DROPPED.findall(sql):
                found.pop(_qualified(owner, name), None)
            found |= {table.name: table for table in _tables_of(owner, sql)}
            _alter(found, owner, sql)
    return list(found.values())


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
            if "PRIMARY KEY" in column["rest"].upper():
                keys.append(f"PRIMARY KEY ({column['name']})")
            columns.append(_described(column))
    return Table(owner, _qualified(owner, name), reasons.get(name, ""), columns, keys)


def _alter(found: dict[str, Table], owner: str, sql: str) -> None:
    """What later migrations add to tables, a line for each column or key, and the columns that they drop."""
    for statement in statements(sql):
        match = _ALTERED.match(statement)
        table = found.get(_qualified(owner, match["name"])) if match else None
        if match and table:
            for name in _REMOVED.findall(match["body"]):
                table = found[table.name] = _without(table, name)
            for line in match["body"].splitlines():
                if _MODIFIED.search(line) and (column := _COLUMN.match(_MODIFIED.sub("", line))):
                    table.columns[:] = [_modified(each, column) for each in table.columns]
                    continue
                added = _ADDED.sub(lambda found: found["key"] or "", line)
                if _KEY.match(added):
                    table.keys.append(added.strip().rstrip(","))
                elif column := _COLUMN.match(added):
                    table.columns.append(_described(column))


def _modified(column: tuple[str, str, str], said: re.Match[str]) -> tuple[str, str, str]:
    return _described(said) if column[0] == said["name"] else column


def _without(table: Table, column: str) -> Table:
    """The table without a column, its key and the sentences about it."""
    sentences = [said for said in re.split(r"(?<=[.]) ", table.why) if f"`{column}`" not in said]
    return replace(
        table,
        why=" ".join(sentences),
        columns=[each for each in table.columns if each[0] != column],
        keys=[key for key in table.keys if f"({column})" not in key],
    )


def _described(column: re.Match[str]) -> tuple[str, str, str]:
    comment = _COMMENT.search(column["rest"])
    return column["name"], column["type"], comment[1].replace("''", "'") if comment else ""


def _qualified(owner: str, name: str) -> str:
    return name if "." in name else f"{owner}.{name}"


def _section(table: Table) -> str:
    rows = "".join(f"| `{name}` | {kind} | {comment} |\n" for name, kind, comment in table.columns)
    keys = ", ".join(f"`{key}`" for key in table.keys)
    head = f"\n## {table.name}\nOwner: {table.owner}. {table.why}\n\nKeys: {keys}\n\n"
    return f"{head}| column | type | what |\n|---|---|---|\n{rows}"


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")

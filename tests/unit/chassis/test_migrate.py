"""Which migrations run, and how a file falls into statements. Every service's own files are held to the same rules."""

from pathlib import Path

import pytest

from chassis.migrate import pending, statements

SERVICES = Path(__file__).parents[3] / "services"
FOLDERS = sorted(SERVICES.glob("*/migrations"))


def test_files_run_in_order_and_once(tmp_path: Path) -> None:
    for name in ("0002_add_index.sql", "0001_create_plays.sql"):
        (tmp_path / name).write_text("SELECT 1;")
    assert [file.name for file in pending(tmp_path, set())] == ["0001_create_plays.sql", "0002_add_index.sql"]
    assert [file.name for file in pending(tmp_path, {"0001_create_plays.sql"})] == ["0002_add_index.sql"]


@pytest.mark.parametrize("name", ["0002_create_plays.sql", "1_create_plays.sql", "0001_plays.sql", "0001_Create_x.sql"])
def test_wrong_names_and_holes_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("SELECT 1;")
    with pytest.raises(ValueError, match="expected 0001_verb_noun"):
        pending(tmp_path, set())


def test_statements_end_at_the_end_of_a_line() -> None:
    sql = "-- why; because\nCREATE TABLE a (\n    b INT DEFAULT ';'\n);\n\nINSERT INTO a VALUES (1);"
    assert statements(sql) == ["CREATE TABLE a (\n    b INT DEFAULT ';'\n)", "INSERT INTO a VALUES (1)"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_service_names_its_files_right_and_bears_a_second_run(folder: Path) -> None:
    for file in pending(folder, set()):
        for statement in statements(file.read_text(encoding="utf-8")):
            if statement.upper().startswith("CREATE TABLE"):
                assert "IF NOT EXISTS" in statement.upper(), file.name

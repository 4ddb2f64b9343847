"""The data model in the docs is the one that the migrations make."""

from stack.data_model import DOCUMENT, document, tables


def test_the_document_is_the_one_drawn_from_the_migrations() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run `make contract`"


def test_every_table_says_why_it_is_there_and_has_a_key() -> None:
    for table in tables():
        assert table.why, table.name
        assert table.keys, table.name
        assert table.columns, table.name

"""A step of the setup is done again when its inputs changed, and only then."""

from pathlib import Path

from stack.setup import web
from stack.setup.stamps import files_below, hash_of


def test_the_hash_follows_content_and_name(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    before = hash_of([one, two])
    assert hash_of([two, one]) == before
    two.write_text("c")
    assert hash_of([one, two]) != before
    assert hash_of([one]) != hash_of([two])
    assert hash_of([one], "3.11") != hash_of([one], "3.12")


def test_what_a_build_makes_is_no_input(tmp_path: Path) -> None:
    for name in ("src/page.tsx", "out/index.html", "package.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = files_below(tmp_path, leave_out=["out"])
    assert {str(file.relative_to(tmp_path)) for file in found} == {"src/page.tsx", "package.json"}


def test_the_page_is_built_anew_when_a_language_changes() -> None:
    names = [str(file.relative_to(web.SOURCES.parent)) for file in web.inputs()]
    assert {"src/gateway/languages/de.json", "src/gateway/languages/en.json", "web/package.json"} <= set(names)
    assert not [name for name in names if name.startswith("src/") and "/languages/" not in name]

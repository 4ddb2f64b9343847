"""Every switch of the double, in each of its positions, is used by a test of what our services do then."""

import re
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import msgspec
import pytest

from stack.double.switches import Switches

TESTS = Path(__file__).parents[1]
OF_THE_DOUBLE = {TESTS / "integration/double", TESTS / "unit/double"}
"""What the double itself does in a position says nothing of us."""


def texts() -> dict[Path, str]:
    """The test files, without this one."""
    found = (path for path in TESTS.rglob("*.py") if path != Path(__file__) and not OF_THE_DOUBLE & set(path.parents))
    return {path: path.read_text(encoding="utf-8") for path in found}


def positions() -> list[tuple[str, str]]:
    """Each switch, and each position of those that have a list of them, but for the ordinary one."""
    ordinary = {field.name: field.default for field in msgspec.structs.fields(Switches)}
    found = []
    for name, kind in get_type_hints(Switches).items():
        named = get_args(kind) if get_origin(kind) is Literal else ("",)
        found += [(name, position) for position in named if position != ordinary[name]]
    return found


@pytest.mark.parametrize(("name", "position"), positions())
def test_somebody_tests_what_we_do_then(name: str, position: str) -> None:
    set_to = rf'\b{name}"?\s*[=:]\s*' + (rf'"{position}"' if position else r"\S")
    assert [path for path, text in texts().items() if re.search(set_to, text)], f"no test switches {name} {position}"

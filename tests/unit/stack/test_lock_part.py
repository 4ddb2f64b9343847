"""The part of a lock that a service needs."""

from pathlib import Path

import pytest

from stack.setup.lock_part import needs_of, part, read_lock

LOCK = """\
http==1.0 \\
    --hash=sha256:aa
    # via -r requirements.in
loop==2.0 \\
    --hash=sha256:bb
    # via
    #   http
    #   -r requirements.in
numbers==1.0 ; python_full_version < '3.12' \\
    --hash=sha256:cc
    # via -r requirements.in
numbers==2.0 ; python_full_version >= '3.12' \\
    --hash=sha256:dd
    # via -r requirements.in
tests==9.0 \\
    --hash=sha256:ee
    # via -r requirements.in
"""


def test_a_package_comes_with_what_it_needs() -> None:
    assert "".join(part(read_lock(LOCK), ["http"])) == LOCK.partition("numbers")[0]


def test_a_package_that_the_lock_has_for_several_pythons_is_whole() -> None:
    assert "".join(part(read_lock(LOCK), ["numbers"])).count("numbers==") == 2


def test_a_name_that_is_not_there_is_said() -> None:
    with pytest.raises(KeyError, match="htpp"):
        part(read_lock(LOCK), ["htpp"])


def test_what_a_service_builds_on_is_needed_too(tmp_path: Path) -> None:
    for name, needs in {"base": '["Loop[fast]>=1"]', "one": '["nachklang-base", "http"]'}.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(f"[project]\nname = '{name}'\ndependencies = {needs}\n")
    assert needs_of("one", tmp_path) == {"http", "loop"}

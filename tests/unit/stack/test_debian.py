"""What the setup does about programs that are not there."""

import os

import pytest

from stack.setup.commands import SetupError
from stack.setup.debian import Need, install_missing, program

ABSENT = Need("a database", ("mariadb-server",), lambda: False)
PRESENT = Need("a cache", ("redis-server",), lambda: True)


def test_nothing_missing_needs_nothing() -> None:
    install_missing((PRESENT,))


def test_who_may_not_install_is_told_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SetupError, match=r"Missing: a database(.|\n)*sudo apt-get install mariadb-server\n"):
        install_missing((ABSENT, PRESENT))


def test_a_program_has_to_be_new_enough() -> None:
    assert program("python3", "python3", least=3).there()
    assert not program("python3", "python3", least=4).there()
    assert not program("no-such-program", "nothing").there()
